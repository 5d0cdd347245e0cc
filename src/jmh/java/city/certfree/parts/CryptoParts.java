package city.certfree.parts;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.crypto.Signer;
import city.certfree.crypto.Verifier;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Sha256;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Signatures of 256 bytes, sealing of 2 KiB, and the index of a holder, by the keys of the demonstration (profile intl). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare
public class CryptoParts {
    private static final String PLACE = "licence 1";

    private final HolderCode holder = HolderCode.ofCitizen("370499199001010015");
    private final byte[] message = new byte[256];
    private final byte[] body = new byte[2048];

    private Signer es256;
    private Signer ed25519;
    private Verifier verifier;
    private byte[] signature;
    private Sealer sealer;
    private Sealed sealed;
    private KeyedIndex index;

    @Setup
    public void prepare(Beans beans) {
        var random = new Random(1);
        random.nextBytes(message);
        random.nextBytes(body);
        var ring = beans.get(KeyRing.class);
        es256 = ring.signer(KeyPurpose.SHOW);
        ed25519 = ring.signer(KeyPurpose.LOG);
        verifier = ring.verifier(es256.kid(), KeyPurpose.SHOW).orElseThrow();
        signature = es256.sign(message);
        sealer = beans.get(Sealer.class);
        sealed = sealer.seal(body, PLACE);
        index = beans.get(KeyedIndex.class);
    }

    @Benchmark
    public byte[] signEs256() {
        return es256.sign(message);
    }

    @Benchmark
    public byte[] signEd25519() {
        return ed25519.sign(message);
    }

    @Benchmark
    public boolean verifyEs256() {
        return verifier.verifies(message, signature);
    }

    @Benchmark
    public Sealed seal() {
        return sealer.seal(body, PLACE);
    }

    @Benchmark
    public byte[] open() {
        return sealer.open(sealed, PLACE);
    }

    @Benchmark
    public Sha256 holderIndex() {
        return index.of(holder);
    }
}
