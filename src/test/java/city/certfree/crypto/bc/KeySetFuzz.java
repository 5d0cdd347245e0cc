package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.certfree.fixture.fuzz.FuzzTarget;
import city.certfree.kernel.InvalidValue;

/** The public keys that a client registers with. */
class KeySetFuzz extends FuzzTarget {
    @Override
    protected void take(byte[] input) {
        try {
            var keys = new JwkPublicKeySets().read(new String(input, UTF_8));
            keys.values().forEach(key -> assertFalse(key.verifies(input, new byte[64])));
        } catch (InvalidValue expected) {
            // Everything else is refused in this way alone.
        }
    }
}
