package city.certfree.cli.drill.wire;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Loses requests and answers by chance: the connection breaks in place of what was to be passed. */
public final class Losses implements Tap.Supply {
    private final double share;
    private final AtomicLong seeds;
    private final AtomicLong count = new AtomicLong();

    /**
     * Loses nothing yet.
     *
     * @param share of the requests, and as large a share of the answers, that are lost: from 0 to less than 1
     * @param seed the same one loses in the same order on each connection
     */
    public Losses(double share, long seed) {
        this.share = share;
        this.seeds = new AtomicLong(seed);
    }

    /** How much was lost. */
    public long count() {
        return count.get();
    }

    @Override
    public Tap next() {
        var ofRequests = new SplittableRandom(seeds.incrementAndGet());
        var ofAnswers = ofRequests.split();
        return new Tap() {
            @Override
            public Fate asked(byte[] bytes, int length) {
                return drawn(ofRequests);
            }

            @Override
            public Fate answered(byte[] bytes, int length) {
                return drawn(ofAnswers);
            }
        };
    }

    private Tap.Fate drawn(SplittableRandom random) {
        if (random.nextDouble() >= share) {
            return Tap.Fate.PASS;
        }
        count.incrementAndGet();
        return Tap.Fate.CUT;
    }
}
