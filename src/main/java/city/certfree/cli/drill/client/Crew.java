package city.certfree.cli.drill.client;

import city.certfree.cli.drill.client.Client.Manner;
import city.certfree.cli.drill.ledger.Entry;
import city.certfree.cli.drill.ledger.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several clients at work at the same time, who keep one ledger. */
public final class Crew implements AutoCloseable {
    /** Longer than the service takes to answer that it cannot. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Longer than a key is held that a dead node took. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(150);

    private static final long BETWEEN_QUESTIONS_MILLIS = 250;

    private final Stage stage;
    private final Parties parties;
    private final Ledger ledger;
    private final CallLog calls = new CallLog();
    private final int size;
    private final ExecutorService threads;
    private final List<Future<?>> working = new ArrayList<>();
    private volatile boolean goesOn;

    /** @param size how many clients */
    public Crew(Stage stage, Parties parties, Ledger ledger, int size) {
        this.stage = stage;
        this.parties = parties;
        this.ledger = ledger;
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /** Clients who wait, when they are in doubt, until the service is ready, and then go on with something else. */
    public void startPatient(int port) {
        start(port, Manner.PATIENT);
    }

    /** Clients who go on with something else at once when they are in doubt. */
    public void startEager(int port) {
        start(port, Manner.EAGER);
    }

    /** Clients who ask the same again until they know. */
    public void startInsistent(int port) {
        start(port, Manner.INSISTENT);
    }

    private void start(int port, Manner manner) {
        goesOn = true;
        for (int i = 0; i < size; i++) {
            var asking = new Asking(stage, working.size());
            working.add(threads.submit(() -> {
                try (var line = line(port);
                        var probe = new Probe(port, LIMIT)) {
                    new Client(line, probe, asking, ledger, manner, () -> goesOn).work();
                }
            }));
        }
    }

    /** Has everybody finish what they have begun. */
    public void stop() {
        goesOn = false;
        working.forEach(Crew::finish);
        working.clear();
    }

    /** How long their calls took. */
    public CallLog calls() {
        return calls;
    }

    /**
     * Asks everything again that somebody is in doubt about, until it is known, and then once more, as some of what is known: the
     * answer is the same.
     */
    public void settle(int port) {
        var doubtful = ledger.toAskAgain().stream()
                .<Callable<Boolean>>map(entry -> () -> settle(entry, port))
                .toList();
        try {
            for (var done : threads.invokeAll(doubtful)) {
                finish(done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean settle(Entry entry, int port) throws InterruptedException {
        long begun = System.nanoTime();
        try (var line = line(port)) {
            while (entry.isOpen() && System.nanoTime() - begun < SETTLED_WITHIN.toNanos()) {
                entry.note(line.ask(entry.request()).reply());
                if (entry.isOpen()) {
                    Thread.sleep(BETWEEN_QUESTIONS_MILLIS);
                }
            }
            entry.note(line.ask(entry.request()).reply());
            return entry.isOpen();
        }
    }

    private Line line(int port) {
        return new Line(port, LIMIT, parties, calls);
    }

    private static void finish(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client of the drill failed", e);
        }
    }

    @Override
    public void close() {
        goesOn = false;
        threads.shutdownNow();
        threads.close();
    }
}
