package city.certfree.access.client.jdbc;

import city.certfree.access.client.Client;
import city.certfree.kernel.OfficeCode;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("client")
record ClientRow(
        @Id String id,
        String officeCode,
        @Nullable String secretHash,
        @Nullable String jwks,
        boolean issues,
        boolean demo,
        @Nullable Instant disabledAt,
        Instant createdAt) {
    Client toClient() {
        return new Client(id, new OfficeCode(officeCode), secretHash, jwks, issues, demo, disabledAt, createdAt);
    }
}
