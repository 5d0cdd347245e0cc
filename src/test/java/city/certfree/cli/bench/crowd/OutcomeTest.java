package city.certfree.cli.bench.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.cli.bench.crowd.Outcome.Counts;
import city.certfree.cli.bench.drive.Tally;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void isReadBackAsItWasWritten() {
        var latencies = Tally.histogram();
        latencies.recordValue(2_000_000);
        var outcome = new Outcome(
                new Tally(10, 0, 2_000_000_000, latencies, ""),
                new Tally(40, 0, 2_000_000_000, Tally.histogram(), ""),
                new Tally(0, 1, 2_000_000_000, Tally.histogram(), "500 {}"),
                new Counts(60, 52, 1, 2, 3));

        var read = Outcome.parse(outcome.toLine());
        assertEquals(outcome.toLine(), read.toLine());
        assertEquals(outcome.counts(), read.counts());
        assertEquals(latencies.getMaxValue(), read.right().latencies().getMaxValue());
        assertEquals(40, read.refused().right());
        assertEquals("500 {}", read.other().note());
        assertEquals(5, outcome.rightPerSecond());
        assertEquals(26, outcome.sentPerSecond());
    }

    @Test
    void readsNothingElse() {
        assertThrows(IllegalArgumentException.class, () -> Outcome.parse("ready"));
    }
}
