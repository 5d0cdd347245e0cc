package city.certfree.audit.jdbc;

import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Pending;
import city.certfree.audit.log.LogWriter;
import city.certfree.crypto.Indexed;
import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has uses recorded by the log's writer, and reads them from the table {@code access_record}. */
@Singleton
final class JdbcAccessLog implements AccessLog {
    /** Above every record: the largest moment that the column holds. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    /** In the order of the index: at one moment, by the bytes of the id as the database compares them. */
    private static final Comparator<AccessRecordRow> NEWEST_FIRST = Comparator.comparing(AccessRecordRow::at)
            .thenComparing(AccessRecordRow::recordId, Arrays::compareUnsigned)
            .reversed();

    private final LogWriter writer;
    private final AccessRecordRows rows;
    private final AccessRecords records;
    private final StoredReceipts receipts;
    private final KeyedIndex index;

    JdbcAccessLog(
            LogWriter writer, AccessRecordRows rows, AccessRecords records, StoredReceipts receipts, KeyedIndex index) {
        this.writer = writer;
        this.rows = rows;
        this.records = records;
        this.receipts = receipts;
        this.index = index;
    }

    @Override
    public <T> T append(Pending<T> act) {
        return writer.append(act);
    }

    @Override
    public Optional<AccessRecord> find(RecordId id) {
        return rows.findByRecordId(id.value().toBytes()).map(records::record);
    }

    @Override
    public Optional<RecordedUse> recorded(RecordId id) {
        return rows.findByRecordId(id.value().toBytes())
                .map(row -> receipts.of(List.of(row)).getFirst());
    }

    /** One query for each index of a holder, since each is one range of the table's; a citizen has few. */
    @Override
    public List<RecordedUse> of(List<HolderCode> holders, @Nullable RecordId after, int limit) {
        var start = after == null
                ? Optional.<AccessRecordRow>empty()
                : rows.findByRecordId(after.value().toBytes());
        if (after != null && start.isEmpty()) {
            return List.of();
        }
        var at = start.map(AccessRecordRow::at).orElse(END_OF_TIME);
        var below = start.map(AccessRecordRow::recordId).orElse(new byte[16]);
        var found = new ArrayList<AccessRecordRow>();
        indices(holders).forEach(holder -> found.addAll(rows.findBelow(holder, at, below, limit)));
        found.sort(NEWEST_FIRST);
        return receipts.of(found.subList(0, Math.min(limit, found.size())));
    }

    @Override
    public long count(List<HolderCode> holders) {
        return indices(holders).mapToLong(rows::countByHolderIndex).sum();
    }

    /** Under every key that was in use: records keep the index of their time. */
    private Stream<byte[]> indices(List<HolderCode> holders) {
        return holders.stream()
                .map(index::everyOf)
                .flatMap(List::stream)
                .map(Indexed::index)
                .map(i -> i.toBytes());
    }
}
