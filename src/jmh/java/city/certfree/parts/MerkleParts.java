package city.certfree.parts;

import city.certfree.audit.tree.GrowingTree;
import city.certfree.kernel.Sha256;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The tree of the evidence log, growing all the while as it does in the service. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MerkleParts {
    private static final int GROUP = 32;

    private final GrowingTree tree = GrowingTree.empty();
    private final Sha256 leaf = Sha256.of(new byte[] {1, 2, 3});

    @Benchmark
    public Object append() {
        return tree.append(leaf);
    }

    /** What a group of 32 uses costs: each appended, then one root. */
    @Benchmark
    public Sha256 appendGroupOf32AndRoot() {
        for (int i = 0; i < GROUP; i++) {
            tree.append(leaf);
        }
        return tree.root();
    }
}
