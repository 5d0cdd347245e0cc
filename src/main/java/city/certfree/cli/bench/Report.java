package city.certfree.cli.bench;

import city.certfree.cli.bench.drive.Line;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What was measured, as people and programs read it. */
public final class Report {
    private static final double MEDIAN = 50;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    private final List<Figures> lines;
    private final Surroundings surroundings;

    Report(List<Figures> lines, Surroundings surroundings) {
        this.lines = List.copyOf(lines);
        this.surroundings = surroundings;
    }

    /** What was measured of each line. */
    public List<Figures> lines() {
        return lines;
    }

    /** Whether every call was answered rightly, and there were any. */
    public boolean isFlawless() {
        return lines.stream()
                .allMatch(line -> line.errors() == 0 && line.saturated().right() > 0);
    }

    /** A line's rate as a share of that of the raw point selects; empty when those were not measured. */
    public OptionalDouble ratio(Figures figures) {
        return lines.stream()
                .filter(line -> line.line() == Line.RAW_POINT_SELECT && line.perSecond() > 0)
                .mapToDouble(raw -> figures.perSecond() / raw.perSecond())
                .findFirst();
    }

    /** A table with a line for each, what the errors were, and the surroundings. */
    public String text() {
        var text = new StringBuilder("%-18s %10s %9s %9s %9s %8s %7s   %s%n"
                .formatted("", "per second", "p50 ms", "p99 ms", "p99.9 ms", "CPU s/k", "ratio", "CPU s/k of each"));
        for (var f : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %,10.0f %9.2f %9.2f %9.2f %8.3f %7s   %s%s%n",
                    f.line().text(),
                    f.perSecond(),
                    f.millis(MEDIAN),
                    f.millis(P99),
                    f.millis(P999),
                    f.cpuSecondsPerThousand(),
                    ratioText(f),
                    parts(f),
                    f.errors() == 0 ? "" : "   " + f.errors() + " ERRORS: " + f.firstError()));
        }
        return text.append(surroundings.text()).toString();
    }

    private String ratioText(Figures f) {
        var ratio = ratio(f);
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.3f", ratio.getAsDouble()) : "-";
    }

    private static String parts(Figures f) {
        return f.cpuSecondsPerThousandByPart().entrySet().stream()
                .map(part -> String.format(Locale.ROOT, "%s %.3f", part.getKey(), part.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** One JSON document. */
    public String json() {
        return "{\"lines\":[" + lines.stream().map(this::json).collect(Collectors.joining(",")) + "],\"environment\":"
                + JsonText.of(surroundings.byName()) + "}";
    }

    private String json(Figures f) {
        var ratio = ratio(f);
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"perSecond\":%.1f,\"p50Millis\":%.3f,\"p99Millis\":%.3f,\"p999Millis\":%.3f,"
                        + "\"cpuSecondsPerThousand\":%.4f,\"ratio\":%s,\"errors\":%d,\"calls\":%d,"
                        + "\"offeredPerSecond\":%.1f,\"cpuSecondsPerThousandOf\":%s}",
                f.line().text(),
                f.perSecond(),
                f.millis(MEDIAN),
                f.millis(P99),
                f.millis(P999),
                f.cpuSecondsPerThousand(),
                ratio.isPresent() ? String.format(Locale.ROOT, "%.4f", ratio.getAsDouble()) : "null",
                f.errors(),
                f.saturated().right() + f.offered().right(),
                f.offered().perSecond(),
                JsonText.of(f.cpuSecondsPerThousandByPart()));
    }
}
