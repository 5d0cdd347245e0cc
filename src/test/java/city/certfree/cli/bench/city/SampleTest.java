package city.certfree.cli.bench.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void keepsAllOfAFew() {
        assertEquals(List.of(0, 1, 2), sample(3, 5).kept());
    }

    /** The mean of an even sample is that of the whole; of the first or the last thousand it would be far from it. */
    @Test
    void isEvenOverMany() {
        var kept = sample(100_000, 1_000).kept();

        assertEquals(1_000, kept.stream().distinct().count());
        double mean = kept.stream().mapToInt(i -> i).average().orElseThrow();
        assertEquals(50_000, mean, 5_000);
    }

    private static Sample<Integer> sample(int things, int most) {
        var sample = new Sample<Integer>(most);
        IntStream.range(0, things).forEach(sample::add);
        return sample;
    }
}
