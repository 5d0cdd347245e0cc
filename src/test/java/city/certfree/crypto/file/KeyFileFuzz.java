package city.certfree.crypto.file;

import city.certfree.crypto.json.Jwk;
import city.certfree.crypto.pkcs11.Pkcs11Settings;
import city.certfree.fixture.fuzz.FuzzTarget;
import city.certfree.kernel.InvalidValue;
import java.nio.file.Path;

/** The key files of the service itself: signing keys and secrets. */
class KeyFileFuzz extends FuzzTarget {
    /** Nothing lies where an input could refer to. */
    private final ReferencedKeys nothing =
            new ReferencedKeys(Path.of("no-such-folder"), null, new Pkcs11Settings(null, 0, null));

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

    private void read(Jwk key) {
        try {
            SigningKey.read(key, nothing);
        } catch (InvalidValue expected) {
            Secret.read(key);
        }
    }
}
