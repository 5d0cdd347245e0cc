package city.certfree.access.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.access.Attempts;
import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Counts in the table {@code attempt_count}. */
@Singleton
final class JdbcAttempts implements Attempts {
    private final AttemptRows rows;
    private final KeyedIndex index;
    private final Transactions transactions;

    JdbcAttempts(AttemptRows rows, KeyedIndex index, Transactions transactions) {
        this.rows = rows;
        this.index = index;
        this.transactions = transactions;
    }

    @Override
    public Tally tally(Kind kind, String subject, Instant now) {
        return rows.find(kind.name(), subject(subject), kind.windowStart(now))
                .map(row -> new Tally(row.attempts(), row.lastAt()))
                .orElse(Tally.NONE);
    }

    /** The write keeps the row locked until the count is read, so that no two callers get the same one. */
    @Override
    public int add(Kind kind, String subject, Instant now) {
        return transactions.write(() -> {
            rows.count(kind.name(), subject(subject), kind.windowStart(now), now);
            return count(kind, subject, now);
        });
    }

    @Override
    public void clear(Kind kind, String subject, Instant now) {
        rows.delete(kind.name(), subject(subject), kind.windowStart(now));
    }

    @Override
    public void forgetBefore(Instant start) {
        rows.deleteBefore(start);
    }

    private byte[] subject(String text) {
        return index.of("attempt", text.getBytes(UTF_8)).toBytes();
    }
}
