package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.Verifier;
import city.certfree.fixture.fuzz.FuzzTarget;
import city.certfree.kernel.InvalidValue;
import java.util.Map;
import java.util.function.Supplier;

/** The public keys that a client registers with, and those that the service published and somebody has saved. */
class KeySetFuzz extends FuzzTarget {
    @Override
    protected void take(byte[] input) {
        var text = new String(input, UTF_8);
        verifyNothing(input, () -> new JwkPublicKeySets().read(text));
        verifyNothing(input, () -> JwkPublicKeySets.published(text, KeyPurpose.RECEIPT));
    }

    private static void verifyNothing(byte[] input, Supplier<Map<String, Verifier>> keys) {
        try {
            keys.get().values().forEach(key -> assertFalse(key.verifies(input, new byte[64])));
        } catch (InvalidValue expected) {
            // Everything else is refused in this way alone.
        }
    }
}
