package city.certfree.token;

import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.RandomId;
import java.time.Instant;
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
 * @param maskedHolder the holder's masked name, no number
 * @param status the licence's status at issue, a word of the API
 * @param item the item it is bound to; null: any item that takes the type
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
        @Nullable List<Integer> fields) {
    public ShowClaims {
        fields = fields == null ? null : List.copyOf(fields);
    }

    /** The fields as the bit set that the token carries: bit n of byte n/8, least significant first. */
    public BitSet fieldBits() {
        var bits = new BitSet();
        if (fields != null) {
            fields.forEach(bits::set);
        }
        return bits;
    }
}
