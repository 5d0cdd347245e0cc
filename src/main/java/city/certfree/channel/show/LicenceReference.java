package city.certfree.channel.show;

import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The {@code lid} of show tokens: names the licence to us and, being different in every token, to nobody else. */
@Singleton
final class LicenceReference {
    private final KeyedIndex index;

    LicenceReference(KeyedIndex index) {
        this.index = index;
    }

    /** The first 128 bits of the keyed index of jti and identifier. */
    RandomId of(RandomId jti, LicenceIdentifier licence) {
        var whole = index.of("lid", jti.toBytes(), licence.value().getBytes(StandardCharsets.US_ASCII));
        return RandomId.fromBytes(Arrays.copyOf(whole.toBytes(), 16));
    }
}
