package city.certfree.crypto.file;

import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;

/** At every call the sealer that is in force. */
record SealerInForce(KeysInForce keys) implements Sealer {
    @Override
    public Sealed seal(byte[] plain, String place) {
        return keys.sealer().seal(plain, place);
    }

    @Override
    public byte[] open(Sealed sealed, String place) {
        return keys.sealer().open(sealed, place);
    }

    @Override
    public String keyId() {
        return keys.sealer().keyId();
    }
}
