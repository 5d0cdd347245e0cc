package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyPurpose;
import city.certfree.token.ShowTokens;
import city.certfree.token.ShowTokens.Flaw;
import city.certfree.token.ShowTokens.Verification.Rejected;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether the time that a refusal takes tells what was refused ({@code mvn verify -Pbenchmark}). */
class OwnTokensBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-23T06:32:05Z");
    private static final int TRIES = Integer.getInteger("certfree.tries", 1_000_000);
    private static final int WARM_UP = 20_000;

    /** So many of each kind, for how long a verification takes depends a little on the numbers in the signature, which are public. */
    private static final int TOKENS = 20_000;

    /**
     * What can be told apart by a neighbour in the same network, after thousands of tries (Crosby, Wallach, Riedi: Opportunities and Limits
     * of Remote Timing Attacks).
     */
    private static final double LIMIT_NANOS = 100;

    /** Above it are the collector and the other processes. */
    private static final double KEPT = 0.95;

    private final ShowTokens tokens = SampleTokens.show();

    /** Both kinds in random order, so that whatever else changes with time changes for both alike. */
    @Test
    void j34_anUnknownKeyTakesAsLongAsABadSignature() {
        var header = Forge.header("show+jwt", KeyPurpose.SHOW);
        var kid = Forge.RING.signer(KeyPurpose.SHOW).kid();
        var known = tokens(header);
        var unknown = tokens(header.replace(kid, "A".repeat(kid.length())));
        var random = new Random(34);
        for (int i = 0; i < WARM_UP; i++) {
            nanoseconds((random.nextBoolean() ? known : unknown).get(random.nextInt(TOKENS)));
        }
        double[][] times = new double[2][TRIES];
        int[] count = new int[2];
        for (int i = 0; i < TRIES; i++) {
            int kind = random.nextInt(2);
            times[kind][count[kind]++] = nanoseconds((kind == 0 ? known : unknown).get(random.nextInt(TOKENS)));
        }
        double[] bad = Arrays.copyOf(times[0], count[0]);
        double[] strange = Arrays.copyOf(times[1], count[1]);
        double all = welch(Sample.of(bad, Double.MAX_VALUE), Sample.of(strange, Double.MAX_VALUE));
        double limit = quantile(bad, strange);
        double usual = welch(Sample.of(bad, limit), Sample.of(strange, limit));
        System.out.printf(
                "%,d tries: bad signature %,.0f ns, unknown key %,.0f ns; t = %.2f, without the slowest twentieth %.2f%n",
                TRIES, Sample.of(bad, limit).mean, Sample.of(strange, limit).mean, all, usual);
        double apart = Sample.of(bad, limit).mean - Sample.of(strange, limit).mean;
        assertTrue(Math.abs(apart) < LIMIT_NANOS, () -> apart + " ns apart");
    }

    private static List<String> tokens(String header) {
        return IntStream.range(0, TOKENS)
                .mapToObj(
                        i -> Forge.signed(header, "{\"iss\":\"x\",\"n\":%d}".formatted(TOKENS + i), KeyPurpose.ACCESS))
                .toList();
    }

    private long nanoseconds(String token) {
        long begin = System.nanoTime();
        var verdict = tokens.verify(token, NOW);
        long end = System.nanoTime();
        assertEquals(new Rejected(Flaw.FORGED), verdict);
        return end - begin;
    }

    private static double quantile(double[] one, double[] other) {
        double[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        Arrays.sort(all);
        return all[(int) (all.length * KEPT)];
    }

    /** Welch's t: the difference of means in units of its standard error. */
    private static double welch(Sample a, Sample b) {
        return (a.mean - b.mean) / Math.sqrt(a.variance / a.size + b.variance / b.size);
    }

    private record Sample(int size, double mean, double variance) {
        static Sample of(double[] values, double limit) {
            double[] kept =
                    Arrays.stream(values).filter(value -> value <= limit).toArray();
            double mean = Arrays.stream(kept).average().orElseThrow();
            double squares = Arrays.stream(kept)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            return new Sample(kept.length, mean, squares / (kept.length - 1));
        }
    }
}
