package city.certfree.token;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.RandomId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code show+jwt} says.
 *
 * @param jti its one-time id
 * @param issuedAt to the second; the token ends 60 s later
 * @param lid a reference to the licence, different in every token (first 128 bits of HMAC(index key, jti ‖ identifier))
 * @param type the licence type
 * @param maskedHolder the holder's masked name, no number; of more than 10 characters the middle is left out
 * @param status the licence's status at issue, a word of the API
 * @param item the item it is bound to; null: any item that takes the type
 * @param agent the masked name of who shows it under a delegation, shortened alike; null: the holder
 * @param fields positions, in the type's attribute order, of the fields the holder agreed to; null: those of the item
 */
public record ShowClaims(
        RandomId jti,
        Instant issuedAt,
        RandomId lid,
        LicenceTypeCode type,
        String maskedHolder,
        String status,
        @Nullable ItemCode item,
        @Nullable String agent,
        @Nullable List<Integer> fields) {
    private static final int MAX_NAME = 10;
    private static final int MAX_FIELDS = 64;

    public ShowClaims {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        maskedHolder = shortened(maskedHolder);
        agent = agent == null ? null : shortened(agent);
        fields = fields == null ? null : fields.stream().distinct().sorted().toList();
        if (fields != null && fields.stream().anyMatch(n -> n < 0 || n >= MAX_FIELDS)) {
            throw InvalidValue.because("a type has at most 64 attributes");
        }
    }

    /** From this moment on the token is expired. */
    public Instant expiresAt() {
        return issuedAt.plus(ShowTokens.LIFETIME);
    }

    /** The fields as the bit set that the token carries: bit n of byte n/8, least significant first. */
    public BitSet fieldBits() {
        var bits = new BitSet();
        if (fields != null) {
            fields.forEach(bits::set);
        }
        return bits;
    }

    /** A masked name as a token says it: its middle is asterisks, and would make the code hard to scan. */
    public static String shortened(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length <= MAX_NAME) {
            return name;
        }
        int half = MAX_NAME / 2;
        return new String(characters, 0, half) + new String(characters, characters.length - half, half);
    }
}
