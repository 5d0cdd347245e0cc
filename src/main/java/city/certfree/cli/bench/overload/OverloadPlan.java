package city.certfree.cli.bench.overload;

import city.certfree.cli.bench.Plan;
import city.certfree.cli.bench.drive.Line;
import java.time.Duration;
import java.util.List;

/**
 * How much of what is put on the service.
 *
 * @param licences how many there are, at least 1,000
 * @param length of the overload; every other part takes a quarter or a half of it
 * @param warmUp how long the service is warmed up before
 */
public record OverloadPlan(long licences, Duration length, Duration warmUp) {
    /** The overload, in peaks. */
    static final double OVERLOAD = 5;

    /** What others ask while there are slow clients, and after the overload, in peaks. */
    static final double OTHERS = 0.5;

    /** Connections of the crowd that overwhelms. */
    static final int CONNECTIONS = 512;

    /** Slow ones, half of which drip heads, the others bodies. */
    static final int SLOW = 1_000;

    /** The service is told to end under this load, in peaks. */
    static final double AT_THE_END = 1;

    /** Of the lengths of the parts. */
    private static final int QUARTERS = 4;

    public OverloadPlan {
        var unused = new Plan(licences, List.of(Line.VERIFY), length, warmUp);
    }

    /** The same, as the surroundings tell it. */
    public Plan asLine() {
        return new Plan(licences, List.of(Line.VERIFY), length, warmUp);
    }

    Duration half() {
        return length.dividedBy(2);
    }

    Duration quarter() {
        return length.dividedBy(QUARTERS);
    }
}
