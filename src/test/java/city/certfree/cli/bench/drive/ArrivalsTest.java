package city.certfree.cli.bench.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    @Test
    void areAsManyAsTheRateSaysAndOneAfterTheOther() {
        var arrivals = Arrivals.of(2_000, LENGTH, 1);

        // Ten standard deviations of a Poisson count.
        assertEquals(20_000, arrivals.count(), 1_400);
        for (int i = 1; i < arrivals.count(); i++) {
            assertTrue(arrivals.offset(i) >= arrivals.offset(i - 1));
        }
        assertTrue(arrivals.offset(arrivals.count() - 1) < LENGTH.toNanos());
    }

    /** Of independent arrivals the gaps vary as much as they last: even ones would hide every queue. */
    @Test
    void comeIndependently() {
        var arrivals = Arrivals.of(2_000, LENGTH, 2);
        double mean = (double) arrivals.offset(arrivals.count() - 1) / (arrivals.count() - 1);
        double squares = 0;
        for (int i = 1; i < arrivals.count(); i++) {
            double off = arrivals.offset(i) - arrivals.offset(i - 1) - mean;
            squares += off * off;
        }
        assertEquals(1, Math.sqrt(squares / (arrivals.count() - 1)) / mean, 0.1);
    }

    @Test
    void areFixedByTheSeed() {
        var one = Arrivals.of(100, LENGTH, 7);
        var same = Arrivals.of(100, LENGTH, 7);
        var other = Arrivals.of(100, LENGTH, 8);

        assertEquals(one.offset(50), same.offset(50));
        assertTrue(one.offset(50) != other.offset(50));
    }
}
