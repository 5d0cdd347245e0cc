package city.certfree.access.quota.jdbc;

import city.certfree.access.quota.QuotaCounts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;

/** Counts in the tables {@code quota_count} and {@code quota_holders}. */
@Singleton
final class JdbcQuotaCounts implements QuotaCounts {
    private final QuotaRows rows;
    private final HolderSketchRows sketches;

    JdbcQuotaCounts(QuotaRows rows, HolderSketchRows sketches) {
        this.rows = rows;
        this.sketches = sketches;
    }

    @Override
    public long uses(CountKey key) {
        return rows.uses(key.subject().toBytes(), key.span().name(), key.start())
                .orElse(0L);
    }

    /** The write keeps the row locked until the count is read. */
    @Override
    public long add(CountKey key, long uses) {
        rows.add(key.subject().toBytes(), key.span().name(), key.start(), uses);
        return uses(key);
    }

    @Override
    public byte[] holders(CountKey key) {
        return sketches.find(key.subject().toBytes(), key.start())
                .map(HolderSketchRow::sketch)
                .orElse(new byte[0]);
    }

    @Override
    public byte[] join(CountKey key, byte[] holders) {
        var subject = key.subject().toBytes();
        sketches.add(subject, key.start(), holders);
        var all =
                BitSet.valueOf(sketches.lock(subject, key.start()).orElseThrow().sketch());
        all.or(BitSet.valueOf(holders));
        var bytes = Arrays.copyOf(all.toByteArray(), holders.length);
        sketches.change(subject, key.start(), bytes);
        return bytes;
    }

    @Override
    public void forgetBefore(Instant start) {
        rows.deleteBefore(start);
        sketches.deleteBefore(start);
    }
}
