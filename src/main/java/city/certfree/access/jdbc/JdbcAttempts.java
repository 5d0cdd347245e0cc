package city.certfree.access.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.access.Attempts;
import city.certfree.crypto.KeyedIndex;
import city.certfree.jdbc.Columns;
import city.certfree.jdbc.SharedReads;
import city.certfree.jdbc.SharedReads.Found;
import city.certfree.jdbc.SharedReads.KeyedQuery;
import city.certfree.jdbc.Statements;
import city.certfree.jdbc.Versions;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;

/** Counts in the table {@code attempt_count}. */
@Singleton
final class JdbcAttempts implements Attempts {
    private static final String USED_UP =
            """
            SELECT `subject_index` FROM `attempt_count` WHERE `window_start` = ? AND `kind` = ? AND `attempts` >= ?""";

    private final AttemptRows rows;
    private final KeyedIndex index;
    private final Transactions transactions;
    private final Statements statements;
    private final Versions versions;
    private final SharedReads<Key, Tally> reads;
    private volatile UsedUp usedUp = new UsedUp(-1, Instant.MIN, Set.of());

    JdbcAttempts(
            AttemptRows rows, KeyedIndex index, Versions versions, Statements statements, Transactions transactions) {
        this.rows = rows;
        this.index = index;
        this.transactions = transactions;
        this.statements = statements;
        this.versions = versions;
        reads = new SharedReads<>(
                statements,
                transactions,
                new KeyedQuery(
                        "SELECT `kind`, `subject_index`, `window_start`, `attempts`, `last_at` FROM `attempt_count` WHERE",
                        "`kind` = ? AND `subject_index` = ? AND `window_start` = ?"),
                (row, key) -> {
                    row.setString(1, key.kind.name());
                    row.setBytes(2, key.subject.toBytes());
                    row.setObject(3, Columns.utc(key.windowStart));
                },
                row -> new Found<>(
                        new Key(
                                Kind.valueOf(row.getString(1)),
                                Sha256.fromBytes(row.getBytes(2)),
                                Columns.instant(row.getObject(3, LocalDateTime.class))),
                        new Tally(row.getInt(4), Columns.instant(row.getObject(5, LocalDateTime.class)))));
    }

    @Override
    public Tally tally(Kind kind, String subject, Instant now) {
        return reads.of(new Key(kind, subject(subject), kind.windowStart(now))).stream()
                .findFirst()
                .orElse(Tally.NONE);
    }

    /** The write keeps the row locked until the count is read, so that no two callers get the same one. */
    @Override
    public int add(Kind kind, String subject, Instant now) {
        return transactions.write(() -> {
            rows.count(kind.name(), subject(subject).toBytes(), kind.windowStart(now), now);
            int count = count(kind, subject, now);
            if (kind == Kind.MISMATCH && count == kind.limit()) {
                versions.raise(Versions.Held.USED_UP_ATTEMPTS);
            }
            return count;
        });
    }

    /** Wrong answers are asked about before every answer, and few have used them up: so those few are held in memory. */
    @Override
    public boolean areUsedUp(Kind kind, String subject, Instant now) {
        return kind == Kind.MISMATCH
                ? usedUp(kind.windowStart(now)).subjects.contains(subject(subject))
                : Attempts.super.areUsedUp(kind, subject, now);
    }

    private UsedUp usedUp(Instant windowStart) {
        long version = versions.of(Versions.Held.USED_UP_ATTEMPTS);
        var now = usedUp;
        if (now.version != version || !now.windowStart.equals(windowStart)) {
            var subjects = transactions.read(() -> statements.query(
                    USED_UP,
                    row -> Sha256.fromBytes(row.getBytes(1)),
                    Columns.utc(windowStart),
                    Kind.MISMATCH.name(),
                    Kind.MISMATCH.limit()));
            now = new UsedUp(version, windowStart, Set.copyOf(subjects));
            usedUp = now;
        }
        return now;
    }

    @Override
    public void clear(Kind kind, String subject, Instant now) {
        rows.delete(kind.name(), subject(subject).toBytes(), kind.windowStart(now));
    }

    @Override
    public void forgetBefore(Instant start) {
        rows.deleteBefore(start);
    }

    private Sha256 subject(String text) {
        return index.of("attempt", text.getBytes(UTF_8));
    }

    /** Who had used up the wrong answers of a window, at a version. */
    private record UsedUp(long version, Instant windowStart, Set<Sha256> subjects) {}

    /** Whose tries of what, since when. */
    private record Key(Kind kind, Sha256 subject, Instant windowStart) {}
}
