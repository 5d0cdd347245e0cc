package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.Indexed;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Profile;
import city.certfree.crypto.bc.secret.Hmac;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The HMAC over the domain and the parts, each preceded by its length in 4 bytes, so that no two inputs meet: under the
 * active key of the profile, and for look-ups under every key.
 */
final class SecretIndex implements KeyedIndex {
    private static final String HOLDER = "holder";

    /** The active one first. */
    private final List<Key> keys = new ArrayList<>();

    /** @throws IllegalStateException if the profile has not exactly one active key */
    SecretIndex(List<Secret> secrets, Profile profile) {
        for (var secret : Secret.of(secrets, Secret.Purpose.INDEX, profile)) {
            keys.add(secret.isActive(profile) ? 0 : keys.size(), new Key(secret.id(), secret.hmac()));
        }
    }

    @Override
    public String keyId() {
        return keys.getFirst().id;
    }

    @Override
    public Sha256 of(String domain, byte[]... value) {
        return keys.getFirst().of(input(domain, value)).index();
    }

    @Override
    public Sha256 of(HolderCode holder) {
        return of(HOLDER, parts(holder));
    }

    @Override
    public List<Indexed> everyOf(HolderCode holder) {
        return everyOf(HOLDER, parts(holder));
    }

    @Override
    public List<Indexed> everyOf(String domain, byte[]... value) {
        byte[] input = input(domain, value);
        return keys.stream().map(key -> key.of(input)).toList();
    }

    private static byte[][] parts(HolderCode holder) {
        return new byte[][] {
            holder.type().code().getBytes(UTF_8), holder.value().getBytes(UTF_8)
        };
    }

    private static byte[] input(String domain, byte[]... parts) {
        var input = new ByteArrayOutputStream();
        add(input, domain.getBytes(UTF_8));
        for (byte[] part : parts) {
            add(input, part);
        }
        return input.toByteArray();
    }

    private static void add(ByteArrayOutputStream input, byte[] part) {
        input.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        input.writeBytes(part);
    }

    private record Key(String id, Hmac hmac) {
        Indexed of(byte[] input) {
            return new Indexed(id, Sha256.fromBytes(hmac.of(input)));
        }
    }
}
