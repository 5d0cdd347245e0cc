package city.certfree.crypto.file;

import city.certfree.crypto.json.Jwk;
import city.certfree.fixture.fuzz.FuzzTarget;
import city.certfree.kernel.InvalidValue;

/** The key files of the service itself: signing keys and secrets. */
class KeyFileFuzz extends FuzzTarget {
    @Override
    protected void take(byte[] input) {
        try {
            for (var key : Jwk.set(input)) {
                read(key);
            }
        } catch (InvalidValue expected) {
            // Everything else is refused in this way alone.
        }
    }

    private static void read(Jwk key) {
        try {
            SigningKey.read(key);
        } catch (InvalidValue expected) {
            Secret.read(key);
        }
    }
}
