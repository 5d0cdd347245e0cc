package city.certfree.cli.drill.client;

import java.time.Duration;
import java.util.Collection;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** How long every call took, and what came of it. */
public final class CallLog {
    private final Collection<Call> calls = new ConcurrentLinkedQueue<>();

    void add(long sentAt, int status) {
        calls.add(new Call(sentAt, System.nanoTime() - sentAt, status));
    }

    /**
     * The longest that a call was waited for from one moment on, of those that were sent before another one and not answered yet.
     *
     * @param from a reading of {@link System#nanoTime()}, as {@code to}
     */
    public Duration longest(long from, long to) {
        return Duration.ofNanos(calls.stream()
                .filter(call -> call.sentAt - to < 0 && call.end() - from >= 0)
                .mapToLong(call -> call.end() - (call.sentAt - from < 0 ? from : call.sentAt))
                .max()
                .orElse(0));
    }

    /** How many calls that were sent between two moments had which status, such as {@code 200: 31, 503: 12}; 0: no answer. */
    public String statuses(long from, long to) {
        var counts = new TreeMap<Integer, Integer>();
        between(from, to).forEach(call -> counts.merge(call.status, 1, Integer::sum));
        var text = counts.toString();
        return text.substring(1, text.length() - 1).replace("=", ": ");
    }

    private Stream<Call> between(long from, long to) {
        return calls.stream().filter(call -> call.sentAt - from >= 0 && call.sentAt - to < 0);
    }

    private record Call(long sentAt, long nanos, int status) {
        long end() {
            return sentAt + nanos;
        }
    }
}
