package city.certfree.cli.bench;

import city.certfree.cli.bench.drive.Line;
import java.time.Duration;
import java.util.List;

/**
 * How long what is measured.
 *
 * @param licences how many there are, at least {@value #LEAST_LICENCES}
 * @param lines what is measured, in the order of a round
 * @param perLine how long each line is measured in all, half of it with each kind of load
 * @param warmUp how long all lines together are warmed up before
 */
public record Plan(long licences, List<Line> lines, Duration perLine, Duration warmUp) {
    static final long LEAST_LICENCES = 1_000;

    /** So short that whatever else happens on the machine falls upon all lines alike. */
    private static final Duration SLICE = Duration.ofSeconds(4);

    private static final int WARM_UP_ROUNDS = 3;

    public Plan {
        lines = List.copyOf(lines);
        if (licences < LEAST_LICENCES) {
            throw new IllegalArgumentException("the licences are at least " + LEAST_LICENCES);
        }
        if (lines.isEmpty() || !perLine.isPositive() || warmUp.isNegative()) {
            throw new IllegalArgumentException("nothing is measured in no time");
        }
    }

    /** How often the lines take turns. */
    int rounds() {
        return (int) Math.max(1, perLine.dividedBy(SLICE));
    }

    /** One line's time under one kind of load in one round. */
    Duration phase() {
        return perLine.dividedBy(2L * rounds());
    }

    int warmUpRounds() {
        return warmUp.isZero() ? 0 : WARM_UP_ROUNDS;
    }

    /** One line's time in a round of the warm-up. */
    Duration warmUpPhase(Line line) {
        int all = lines.stream().mapToInt(Line::warmUpShare).sum();
        return warmUp.multipliedBy(line.warmUpShare()).dividedBy((long) WARM_UP_ROUNDS * all);
    }
}
