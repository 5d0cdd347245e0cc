package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.Indexed;
import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Sha256;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) over the domain and the parts, each preceded by its length in 4 bytes, so that no two inputs meet. */
final class HmacIndex implements KeyedIndex {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String HOLDER = "holder";

    private final String keyId;
    private final SecretKeySpec key;
    private final List<HmacIndex> earlier;

    /** @param secrets all for the index, exactly one of them active */
    HmacIndex(List<Secret> secrets) {
        this(
                Secret.activeOf(secrets),
                secrets.stream()
                        .filter(secret -> secret.state() == KeyTerms.State.RETIRED)
                        .map(secret -> new HmacIndex(secret, List.of()))
                        .toList());
    }

    private HmacIndex(Secret secret, List<HmacIndex> earlier) {
        keyId = secret.id();
        key = new SecretKeySpec(secret.bytes(), ALGORITHM);
        this.earlier = earlier;
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public Sha256 of(String domain, byte[]... value) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            add(mac, domain.getBytes(UTF_8));
            for (byte[] part : value) {
                add(mac, part);
            }
            return Sha256.fromBytes(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    @Override
    public Sha256 of(HolderCode holder) {
        return of(HOLDER, holder.type().code().getBytes(UTF_8), holder.value().getBytes(UTF_8));
    }

    @Override
    public List<Indexed> everyOf(HolderCode holder) {
        return Stream.concat(Stream.of(this), earlier.stream())
                .map(index -> new Indexed(index.keyId, index.of(holder)))
                .toList();
    }

    private static void add(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        mac.update(part);
    }
}
