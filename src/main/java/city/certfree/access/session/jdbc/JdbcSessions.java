package city.certfree.access.session.jdbc;

import city.certfree.access.session.Session;
import city.certfree.access.session.Session.Subject;
import city.certfree.access.session.Sessions;
import city.certfree.crypto.Sealed;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Keeps sessions in the table {@code session}. */
@Singleton
final class JdbcSessions implements Sessions {
    private final SessionRows rows;
    private final SealedCitizen citizens;

    JdbcSessions(SessionRows rows, SealedCitizen citizens) {
        this.rows = rows;
        this.citizens = citizens;
    }

    @Override
    public Optional<Session> find(Sha256 digest) {
        return rows.findByDigest(digest.toBytes()).map(this::session);
    }

    @Override
    public void add(Session session) {
        rows.save(row(session));
    }

    @Override
    public void touch(Sha256 digest, Instant at) {
        rows.touch(digest.toBytes(), at);
    }

    @Override
    public void enter(Sha256 digest, String window) {
        rows.enter(digest.toBytes(), window);
    }

    @Override
    public void lock(Sha256 digest, Instant at) {
        rows.lock(digest.toBytes(), at);
    }

    @Override
    public void unlock(Sha256 digest, Instant at) {
        rows.unlock(digest.toBytes(), at);
    }

    @Override
    public void remove(Sha256 digest) {
        rows.remove(digest.toBytes());
    }

    @Override
    public void forgetBefore(Instant now) {
        rows.deleteExpired(now);
    }

    private SessionRow row(Session session) {
        return switch (session.subject()) {
            case Subject.OfAccount(var name) -> SessionRow.ofStaff(name, session);
            case Subject.OfCitizen(var citizen) ->
                SessionRow.ofCitizen(citizens.seal(citizen, session.digest()), session);
        };
    }

    private Session session(SessionRow row) {
        var digest = Sha256.fromBytes(row.digest());
        return new Session(
                digest,
                subject(row, digest),
                row.createdAt(),
                row.lastSeenAt(),
                row.expiresAt(),
                row.windowNumber(),
                row.lockedAt());
    }

    private Subject subject(SessionRow row, Sha256 digest) {
        return switch (row.kind()) {
            case STAFF -> new Subject.OfAccount(row.account());
            case CITIZEN -> new Subject.OfCitizen(citizens.open(new Sealed(row.citizenKeyId(), row.citizen()), digest));
        };
    }
}
