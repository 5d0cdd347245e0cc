package city.certfree.crypto.bc;

import city.certfree.crypto.Indexed;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.QueueKeys;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a pair of the index of its name: 512 bits are reduced to the order of the curve, so that no number is likelier than
 * another by more than 2<sup>-256</sup> (FIPS 186-5, A.2.1).
 */
@Singleton
final class DerivedQueueKeys implements QueueKeys {
    private static final byte[] UPPER = {0};
    private static final byte[] LOWER = {1};

    private final KeyedIndex index;

    DerivedQueueKeys(KeyedIndex index) {
        this.index = index;
    }

    @Override
    public String keyId() {
        return index.keyId();
    }

    @Override
    public Optional<Map<String, String>> pair(String keyId, String name) {
        return half(keyId, name, UPPER)
                .flatMap(upper -> half(keyId, name, LOWER).map(lower -> pair(upper, lower)));
    }

    private Optional<Sha256> half(String keyId, String name, byte[] which) {
        return index.everyOf("offline-queue", name.getBytes(StandardCharsets.UTF_8), which).stream()
                .filter(made -> made.keyId().equals(keyId))
                .map(Indexed::index)
                .findFirst();
    }

    private static Map<String, String> pair(Sha256 upper, Sha256 lower) {
        var number = new BigInteger(1, upper.toBytes())
                .shiftLeft(256)
                .or(new BigInteger(1, lower.toBytes()))
                .mod(Curve.P256.maxPrivate())
                .add(BigInteger.ONE);
        return Curve.P256.members(Curve.P256.privateKey(Curve.bytes(number)));
    }
}
