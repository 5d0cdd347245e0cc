package city.certfree.cli.bench.drive;

import city.certfree.cli.bench.city.Target;
import java.util.List;
import java.util.SplittableRandom;

/** Draws targets evenly, each caller in an order of its own that is always the same. */
final class Draw {
    private final List<Target> targets;
    private final SplittableRandom random;

    Draw(List<Target> targets, int caller) {
        this.targets = targets;
        this.random = new SplittableRandom(caller);
    }

    Target next() {
        return targets.get(random.nextInt(targets.size()));
    }
}
