package city.certfree.cli.drill.ledger;

import city.certfree.cli.drill.ledger.Reply.Doubtful;
import city.certfree.cli.drill.ledger.Reply.Settled;
import city.certfree.cli.drill.ledger.Reply.Wrong;
import java.util.Optional;

/** A line of the ledger: one request, and what the client knows of it. */
public final class Entry {
    private final Request request;
    private Optional<Settled> settled = Optional.empty();
    private Optional<String> flaw = Optional.empty();
    private boolean doubted;

    Entry(Request request) {
        this.request = request;
    }

    /** What was asked. */
    public Request request() {
        return request;
    }

    /** Notes an answer. Another one than before is a flaw: a key has one answer. */
    public synchronized void note(Reply reply) {
        switch (reply) {
            case Settled now -> {
                if (settled.isPresent() && !settled.get().equals(now)) {
                    flaw = Optional.of("two answers under one key: " + settled.get() + " and " + now);
                }
                settled = settled.or(() -> Optional.of(now));
            }
            case Doubtful _ -> doubted = true;
            case Wrong(var what) -> flaw = Optional.of(what);
        }
    }

    /** What came of it; empty while nobody knows. */
    public synchronized Optional<Settled> settled() {
        return settled;
    }

    /** Whether it is still not known what came of it, though something might have. */
    public synchronized boolean isOpen() {
        return settled.isEmpty() && flaw.isEmpty();
    }

    /** Whether it was in doubt at any time. */
    public synchronized boolean wasDoubted() {
        return doubted;
    }

    /** An answer that may not be; empty: none. */
    public synchronized Optional<String> flaw() {
        return flaw;
    }
}
