package city.certfree.cli.drill.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was measured and seen during a drill. */
public final class Figures {
    private final Map<String, List<Duration>> times = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Set<String> flaws = new LinkedHashSet<>();

    /** Adds to the times of one kind. */
    synchronized void time(String name, Duration time) {
        times.computeIfAbsent(name, first -> new ArrayList<>()).add(time);
    }

    /** Adds to a count. */
    synchronized void count(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    /** Notes something that may not be, however often it is seen. */
    synchronized void flaw(String what) {
        flaws.add(what);
    }

    /** The times of each kind, in ascending order. */
    public synchronized Map<String, List<Duration>> times() {
        var sorted = new LinkedHashMap<String, List<Duration>>();
        times.forEach((name, all) -> sorted.put(name, all.stream().sorted().toList()));
        return sorted;
    }

    /** The counts by name. */
    public synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }

    /** What was seen and may not be, each once. */
    public synchronized List<String> flaws() {
        return List.copyOf(flaws);
    }
}
