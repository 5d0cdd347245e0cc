package city.certfree.cli.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The processor time that processes have used since they began, by the name of their part.
 *
 * @param byPart in the order in which they are told
 */
public record ProcessorTime(Map<String, Duration> byPart) {
    static final ProcessorTime NONE = new ProcessorTime(Map.of());

    public ProcessorTime {
        byPart = Collections.unmodifiableMap(new LinkedHashMap<>(byPart));
    }

    /** What the operating system says now: user and system time of all threads, to a hundredth of a second. */
    public static ProcessorTime of(Map<String, ProcessHandle> processes) {
        var times = new LinkedHashMap<String, Duration>();
        processes.forEach((part, process) ->
                times.put(part, process.info().totalCpuDuration().orElse(Duration.ZERO)));
        return new ProcessorTime(times);
    }

    /** From an earlier moment to this one. */
    public ProcessorTime since(ProcessorTime before) {
        var times = new LinkedHashMap<String, Duration>();
        byPart.forEach((part, time) -> times.put(part, time.minus(before.byPart.getOrDefault(part, Duration.ZERO))));
        return new ProcessorTime(times);
    }

    ProcessorTime plus(ProcessorTime other) {
        var times = new LinkedHashMap<>(byPart);
        other.byPart.forEach((part, time) -> times.merge(part, time, Duration::plus));
        return new ProcessorTime(times);
    }

    /** Of all parts. */
    public Duration total() {
        return byPart.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
