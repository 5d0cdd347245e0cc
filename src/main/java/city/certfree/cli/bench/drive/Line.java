package city.certfree.cli.bench.drive;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is measured, in the order of a round. */
public enum Line {
    RAW_POINT_SELECT,
    HEALTH,
    VERIFY,
    SHARE,
    LOOKUP,
    SHOW_ISSUE,
    SHOW_REDEEM,
    /** A search of the registry, measured only when it is named: it asks the database nothing. */
    SEARCH;

    private static final int SHORT_WARM_UP = 1;
    private static final int LONG_WARM_UP = 4;
    private static final int CONNECTIONS_TO_DATABASE = 8;
    private static final int CALLERS = 64;

    /** More requests a second one thread does not send in time beside the service on two cores. */
    private static final double MOST_OFFERED = 25_000;

    /** Its name in the results. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that are measured when none is named. */
    public static List<Line> usual() {
        return List.copyOf(EnumSet.complementOf(EnumSet.of(SEARCH)));
    }

    /** The line with this name. */
    public static Optional<Line> of(String text) {
        return Arrays.stream(values()).filter(line -> line.text().equals(text)).findFirst();
    }

    /** How many ask at the same time. */
    public int callers() {
        return this == RAW_POINT_SELECT ? CONNECTIONS_TO_DATABASE : CALLERS;
    }

    /** Its part of the warm-up, beside those of the others: little where little of the service runs. */
    public int warmUpShare() {
        return this == RAW_POINT_SELECT || this == HEALTH ? SHORT_WARM_UP : LONG_WARM_UP;
    }

    /** How many calls a second are offered at most when latencies are measured. */
    public double mostOffered() {
        return this == RAW_POINT_SELECT ? Double.MAX_VALUE : MOST_OFFERED;
    }
}
