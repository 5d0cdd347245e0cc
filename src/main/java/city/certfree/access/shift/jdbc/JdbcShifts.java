package city.certfree.access.shift.jdbc;

import city.certfree.access.shift.Shift;
import city.certfree.access.shift.Shifts;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps shifts in the table {@code shift}. */
@Singleton
final class JdbcShifts implements Shifts {
    private final ShiftRows rows;

    JdbcShifts(ShiftRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(Shift shift, Sha256 session) {
        rows.save(new ShiftRow(
                shift.id().toBytes(),
                session.toBytes(),
                shift.account(),
                shift.beganAt(),
                shift.contactAt(),
                shift.endedAt()));
    }

    @Override
    public Optional<Shift> ofSession(Sha256 session) {
        return rows.findBySessionDigest(session.toBytes()).map(JdbcShifts::shift);
    }

    @Override
    public List<Shift> ofAccount(String account) {
        return rows.findByAccount(account).stream().map(JdbcShifts::shift).toList();
    }

    @Override
    public void touch(RandomId shift, Instant at) {
        rows.touch(shift.toBytes(), at);
    }

    @Override
    public void end(Sha256 session, Instant at) {
        rows.end(session.toBytes(), at);
    }

    @Override
    public void forgetBefore(Instant moment) {
        rows.deleteBefore(moment);
    }

    private static Shift shift(ShiftRow row) {
        return new Shift(
                RandomId.fromBytes(row.shiftId()), row.account(), row.beganAt(), row.contactAt(), row.endedAt());
    }
}
