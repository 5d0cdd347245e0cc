package city.certfree.cli.bench.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void comesBackFromItsLineAsItWas() {
        var tally = tally(7, 2, "409 «no»");

        var back = Tally.parse(tally.toLine());

        assertEquals(tally.right(), back.right());
        assertEquals(tally.wrong(), back.wrong());
        assertEquals(tally.nanos(), back.nanos());
        assertEquals(tally.note(), back.note());
        assertEquals(tally.latencies(), back.latencies());
    }

    @Test
    void addsUp() {
        var sum = tally(7, 2, "").plus(tally(1, 0, "later"));

        assertEquals(8, sum.right());
        assertEquals(2, sum.wrong());
        assertEquals(2_000_000, sum.nanos());
        assertEquals(4_000, sum.perSecond());
        assertEquals(10, sum.latencies().getTotalCount());
        assertEquals("later", sum.note());
    }

    @Test
    void refusesWhatIsNoTally() {
        assertThrows(IllegalArgumentException.class, () -> Tally.parse("ready"));
        assertThrows(IllegalArgumentException.class, () -> Tally.parse("1\t2\t3\tAAAA\t."));
    }

    private static Tally tally(long right, long wrong, String note) {
        var latencies = Tally.histogram();
        for (long i = 0; i < right + wrong; i++) {
            Tally.record(latencies, 1_000_000 * (i + 1));
        }
        return new Tally(right, wrong, 1_000_000, latencies, note);
    }
}
