package city.certfree.cli.drill.fault;

import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.drill.wire.CommitCutter;
import city.certfree.cli.drill.wire.CommitCutter.Way;
import city.certfree.cli.drill.wire.Relay;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** F-09: the connection to the database breaks at a COMMIT: before it arrives, on its way, or before its answer arrives. */
final class LostCommits implements Ordeal {
    private static final List<Way> WAYS = List.of(Way.BEFORE, Way.MEANWHILE, Way.AFTER);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int SOON_MILLIS = 1;
    private static final int LATE_MILLIS = 60;

    private final CommitCutter cutter = new CommitCutter();
    private final BenchDatabase database;
    private final Relay relay;

    LostCommits(BenchDatabase database) throws IOException {
        this.database = database;
        this.relay = Relay.to(database.address(), cutter);
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
        if (!cutter.arm(way).await(LIMIT)) {
            throw new IllegalStateException("no COMMIT is seen: is the way to the database encrypted?");
        }
        scene.figures().count("commits cut " + way.name().toLowerCase(Locale.ROOT), 1);
        scene.awaitEffect();
    }

    @Override
    public void close() {
        relay.close();
    }
}
