package city.certfree.access.account.jdbc;

import city.certfree.access.account.Account;
import city.certfree.access.account.Role;
import city.certfree.kernel.OfficeCode;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("account")
record AccountRow(
        @Id String name,
        Role role,
        String officeCode,
        String passwordHash,
        Instant passwordSetAt,
        boolean demo,
        @Nullable Instant disabledAt,
        Instant createdAt) {
    Account toAccount() {
        return new Account(
                name, role, new OfficeCode(officeCode), passwordHash, passwordSetAt, demo, disabledAt, createdAt);
    }
}
