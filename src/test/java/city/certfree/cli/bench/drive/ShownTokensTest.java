package city.certfree.cli.bench.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.bench.city.Target;
import org.junit.jupiter.api.Test;

class ShownTokensTest {
    private static final Target TARGET = new Target("bench-000", "S1", "T1", "111", "1", "王", "N1", "I1");

    @Test
    void givesEachTokenOnceTheOldestFirst() {
        var shown = new ShownTokens();
        shown.add(TARGET, "first");
        shown.add(TARGET, "second");

        assertEquals(2, shown.count());
        assertEquals("first", shown.take().orElseThrow().token());
        assertEquals("second", shown.take().orElseThrow().token());
        assertTrue(shown.take().isEmpty());
        assertEquals(0, shown.count());
    }

    @Test
    void isEmptyWhenItWasThrownAway() {
        var shown = new ShownTokens();
        shown.add(TARGET, "first");
        shown.clear();

        assertTrue(shown.take().isEmpty());
        assertEquals(0, shown.count());
    }
}
