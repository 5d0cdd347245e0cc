package city.certfree.access.session.jdbc;

import city.certfree.access.session.Session;
import city.certfree.crypto.Sealed;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row, column by column; arrays because the columns are binary, and no row is ever compared with another. What the other
 * kind of session has is empty.
 */
@MappedEntity("session")
@SuppressWarnings("ArrayRecordComponent")
record SessionRow(
        @Id byte[] digest,
        Kind kind,
        String account,
        String citizenKeyId,
        byte[] citizen,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable String windowNumber,
        @Nullable Instant lockedAt) {
    static SessionRow ofStaff(String account, Session s) {
        return new SessionRow(
                s.digest().toBytes(),
                Kind.STAFF,
                account,
                "",
                new byte[0],
                s.createdAt(),
                s.lastSeenAt(),
                s.expiresAt(),
                s.window(),
                s.lockedAt());
    }

    static SessionRow ofCitizen(Sealed citizen, Session s) {
        return new SessionRow(
                s.digest().toBytes(),
                Kind.CITIZEN,
                "",
                citizen.keyId(),
                citizen.toBytes(),
                s.createdAt(),
                s.lastSeenAt(),
                s.expiresAt(),
                s.window(),
                s.lockedAt());
    }

    enum Kind {
        STAFF,
        CITIZEN
    }
}
