package city.certfree.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.cli.bench.drive.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void sharesALinesTimeAmongRoundsAndKindsOfLoad() {
        var plan = plan(Duration.ofSeconds(20), Duration.ofSeconds(90));

        assertEquals(5, plan.rounds());
        assertEquals(Duration.ofSeconds(2), plan.phase());
        assertEquals(Duration.ofSeconds(5), plan.warmUpPhase(Line.RAW_POINT_SELECT));
        assertEquals(Duration.ofSeconds(5), plan.warmUpPhase(Line.HEALTH));
        assertEquals(Duration.ofSeconds(20), plan.warmUpPhase(Line.VERIFY));
        assertEquals(24, Rounds.turns(plan));
    }

    @Test
    void hasOneRoundOfLittleTimeAndNoWarmUpOfNone() {
        var plan = plan(Duration.ofSeconds(1), Duration.ZERO);

        assertEquals(1, plan.rounds());
        assertEquals(Duration.ofMillis(500), plan.phase());
        assertEquals(0, plan.warmUpRounds());
    }

    @Test
    void refusesToMeasureNothing() {
        assertThrows(IllegalArgumentException.class, () -> plan(Duration.ZERO, Duration.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Plan(999, List.of(Line.HEALTH), Duration.ofSeconds(1), Duration.ZERO));
    }

    private static Plan plan(Duration perLine, Duration warmUp) {
        return new Plan(1_000, List.of(Line.RAW_POINT_SELECT, Line.HEALTH, Line.VERIFY), perLine, warmUp);
    }
}
