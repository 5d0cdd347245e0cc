package city.certfree.cli.drill.fault;

import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.drill.wire.Relay;
import city.certfree.cli.drill.wire.Valve;
import city.certfree.cli.drill.wire.Valve.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** F-06: the way between the service and its database is cut for a while: held, half open, or refused, one after the other. */
final class Partitions implements Ordeal {
    private static final List<Way> WAYS = List.of(Way.HELD, Way.DEAF, Way.REFUSING);
    private static final int SOON_MILLIS = 200;
    private static final int LATE_MILLIS = 600;

    private final Valve valve = new Valve();
    private final BenchDatabase database;
    private final Relay relay;
    private final Duration length;

    /** @param length how long the way is cut */
    Partitions(BenchDatabase database, Duration length) throws IOException {
        this.database = database;
        this.relay = Relay.to(database.address(), () -> valve);
        this.length = length;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("CERTFREE_DB_URL", database.urlThrough(relay.port()));
    }

    @Override
    public void begin(Scene scene) {
        scene.crew().startEager(scene.port());
    }

    @Override
    public void round(Scene scene, int number) {
        var way = WAYS.get(number % WAYS.size());
        scene.letWork(SOON_MILLIS, LATE_MILLIS);
        long begun = System.nanoTime();
        cut(way);
        try (var watch = new Watch(scene, way.text(), begun)) {
            watch.lookFor(length);
            long over = System.nanoTime();
            mend(way);
            scene.awaitEffect();
            scene.figures().time(way.text() + ": first effect after the end", Scene.since(over));
            watch.awaitReadiness(over);
            scene.figures()
                    .time(way.text() + ": slowest answer", scene.crew().calls().longest(begun, over));
        }
    }

    private void cut(Way way) {
        valve.set(way);
        if (way == Way.REFUSING) {
            relay.cutAll();
        }
    }

    /** A connection on which something was swallowed cannot go on: the parties disagree about how far it is. */
    private void mend(Way way) {
        valve.set(Way.OPEN);
        if (way == Way.DEAF) {
            relay.cutAll();
        }
    }

    @Override
    public void close() {
        valve.set(Way.OPEN);
        relay.close();
    }
}
