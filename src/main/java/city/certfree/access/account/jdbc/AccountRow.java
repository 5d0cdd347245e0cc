package city.certfree.access.account.jdbc;

import city.certfree.access.account.Account;
import city.certfree.access.account.Role;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.TotpSecret;
import city.certfree.kernel.OfficeCode;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("account")
@SuppressWarnings("ArrayRecordComponent")
record AccountRow(
        @Id String name,
        Role role,
        String officeCode,
        String passwordHash,
        Instant passwordSetAt,
        boolean demo,
        @Nullable Instant disabledAt,
        Instant createdAt,
        @Nullable String otpKeyId,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] otpSecret) {
    /** The secret of the one-time passwords as it lies here; empty when there is none. */
    @SuppressWarnings("NullAway") // takes the annotation that Micronaut Data wants for one of the array's elements
    Optional<Sealed> secondFactor() {
        return otpKeyId == null || otpSecret == null ? Optional.empty() : Optional.of(new Sealed(otpKeyId, otpSecret));
    }

    /** @param secondFactor as opened; null when the row has none */
    Account toAccount(@Nullable TotpSecret secondFactor) {
        return new Account(
                name,
                role,
                new OfficeCode(officeCode),
                passwordHash,
                passwordSetAt,
                demo,
                disabledAt,
                createdAt,
                secondFactor);
    }
}
