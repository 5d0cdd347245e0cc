package city.certfree.cli.drill.ledger;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Everything that the clients have asked, in the order in which they began to. */
public final class Ledger {
    private static final int LEAST_REPEATED = 100;

    private final Collection<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AtomicLong acknowledged = new AtomicLong();

    /** Opens a line, before anything is sent. */
    public Entry open(Request request) {
        var entry = new Entry(request);
        entries.add(entry);
        return entry;
    }

    /** Counts an effect that was acknowledged at once. */
    public void acknowledge() {
        acknowledged.incrementAndGet();
    }

    /** How many were acknowledged so far. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** What nobody knows the end of, and as many of the others: what is known is answered the same when it is asked again. */
    public List<Entry> toAskAgain() {
        var open = entries.stream().filter(Entry::isOpen).toList();
        var settled = entries.stream().filter(entry -> !entry.isOpen()).limit(LEAST_REPEATED + open.size());
        return Stream.concat(open.stream(), settled).toList();
    }

    /** All lines of an effect. */
    Stream<Entry> of(Effect effect) {
        return entries.stream().filter(entry -> entry.request().effect() == effect);
    }

    /** Answers that may not be, each in short. */
    public List<String> flaws() {
        return entries.stream()
                .flatMap(entry ->
                        entry.flaw().map(flaw -> entry.request().effect().text() + ": " + flaw).stream())
                .toList();
    }
}
