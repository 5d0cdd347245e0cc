package city.certfree.access.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolderSketchTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10, 100, 1000, 2000, 8000})
    void countsToWithinTwoPercent(int holders) {
        var sketch = of(0, holders);
        assertEquals(holders, (double) sketch.count(), Math.max(1, holders * 0.02));
    }

    @Test
    void isTheSameInWhateverOrderAndHoweverOftenNodesAreJoined() {
        var one = of(0, 600);
        var other = of(400, 1000);
        var both = of(0, 1000);
        one.join(other.toBytes());
        one.join(other.toBytes());
        other.join(one.toBytes());
        assertEquals(both.count(), one.count());
        assertEquals(both.count(), other.count());
    }

    @Test
    void countsAHolderOnce() {
        var sketch = of(0, 1);
        int bit = bit(0);
        assertTrue(sketch.has(bit));
        sketch.add(bit);
        assertEquals(1, sketch.count());
    }

    private static HolderSketch of(int from, int to) {
        var sketch = new HolderSketch();
        IntStream.range(from, to).forEach(i -> sketch.add(bit(i)));
        return sketch;
    }

    private static int bit(int holder) {
        var index = Sha256.of(("holder " + holder).getBytes(StandardCharsets.US_ASCII));
        return HolderSketch.bitOf(index.toBytes());
    }
}
