package city.certfree.cli.drill.fault;

import city.certfree.cli.bench.server.BenchDatabase;
import city.certfree.cli.bench.server.DatabaseServer;
import city.certfree.cli.bench.server.ServiceProcess;
import city.certfree.cli.bench.server.ServiceProcess.Place;
import city.certfree.cli.drill.client.Crew;
import city.certfree.cli.drill.client.Parties;
import city.certfree.cli.drill.client.Probe;
import city.certfree.cli.drill.client.Stage;
import city.certfree.cli.drill.ledger.Ledger;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A service at work on a database, and clients who use it: where things go wrong. */
public final class Scene implements AutoCloseable {
    /** Longer than anything takes that comes back at all. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);
    private static final long BETWEEN_LOOKS_MILLIS = 2;

    private final BenchDatabase database;
    private final Place place;
    private final Ledger ledger = new Ledger();
    private final Figures figures = new Figures();
    private final SplittableRandom random;
    private final Parties parties;
    private final Crew crew;
    private ServiceProcess service;

    private Scene(BenchDatabase database, Place place, ServiceProcess service, Cast cast) throws IOException {
        this.database = database;
        this.place = place;
        this.service = service;
        this.random = new SplittableRandom(cast.seed);
        this.parties = Parties.signIn(place.port(), cast.stage.systems(), cast.stage.citizens());
        this.crew = new Crew(cast.stage, parties, ledger, cast.clients);
    }

    /** Starts the service, and signs the clients in. */
    public static Scene open(BenchDatabase database, Place place, Cast cast) throws IOException {
        var service = ServiceProcess.start(database, place);
        try {
            return new Scene(database, place, service, cast);
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** The clients. */
    public Crew crew() {
        return crew;
    }

    /** What the clients write down. */
    public Ledger ledger() {
        return ledger;
    }

    /** What is measured. */
    public Figures figures() {
        return figures;
    }

    /** On which the service listens. */
    public int port() {
        return place.port();
    }

    /** The service's database. */
    BenchDatabase database() {
        return database;
    }

    /** The database's server. */
    DatabaseServer server() {
        return database.server().orElseThrow(() -> new IllegalStateException("the server is not ours to kill"));
    }

    /** Gives everybody who needs it a new credential. */
    public void renewCredentials() throws IOException {
        parties.renewOld();
    }

    void killService() {
        service.kill();
    }

    /** Starts the service again where it was; returns how long it took to be ready. */
    Duration startService() throws IOException {
        service = ServiceProcess.start(database, place);
        return service.startTime();
    }

    /** Lets the clients work for a while that nobody knows beforehand, of so many milliseconds at least and at most. */
    void letWork(int least, int most) {
        pause(random.nextLong(least, most));
    }

    /** Waits until one more effect is acknowledged. */
    void awaitEffect() {
        awaitEffects(1);
    }

    /** Waits until so many more effects are acknowledged than there were when it was called. */
    public void awaitEffects(int count) {
        long wanted = ledger.acknowledged() + count;
        await("no effect is acknowledged any more", () -> ledger.acknowledged() >= wanted);
    }

    /** Waits until the service says that it is ready. */
    public void awaitReadiness() {
        try (var probe = probe()) {
            await("the service does not get ready any more", probe::isReady);
        }
    }

    /** Waits until something is so. */
    void await(String otherwise, BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException(otherwise + ". The service's last words: " + service.endOfLog());
            }
            pauseBetweenLooks();
        }
    }

    /** So short that what is measured by looking is hardly longer for it. */
    static void pauseBetweenLooks() {
        pause(BETWEEN_LOOKS_MILLIS);
    }

    /** Looks at the service. */
    Probe probe() {
        return new Probe(place.port(), PROBE_LIMIT);
    }

    /** Waits until a reading of {@link System#nanoTime()}; not at all when that is over. */
    static void pauseUntil(long nanoTime) {
        pause(Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime())));
    }

    static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        crew.close();
        service.close();
    }

    /**
     * Who is at work.
     *
     * @param stage what they ask about
     * @param clients how many, at least 1
     * @param seed of everything that is drawn
     */
    public record Cast(Stage stage, int clients, long seed) {}
}
