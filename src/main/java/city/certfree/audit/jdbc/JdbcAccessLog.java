package city.certfree.audit.jdbc;

import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.LegalBasis;
import city.certfree.audit.Outcome;
import city.certfree.audit.Receipt;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import city.certfree.token.Receipts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the log in the table {@code access_record}. */
@Singleton
final class JdbcAccessLog implements AccessLog {
    /** Above every record: the largest moment that the column holds. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    /** In the order of the index: at one moment, by the bytes of the id as the database compares them. */
    private static final Comparator<RecordedUse> NEWEST_FIRST = Comparator.comparing(
                    (RecordedUse use) -> use.record().at())
            .thenComparing(use -> use.record().id().value().toBytes(), Arrays::compareUnsigned)
            .reversed();

    private final AccessRecordRows rows;
    private final Receipts receipts;
    private final Sealer sealer;
    private final KeyedIndex index;

    JdbcAccessLog(AccessRecordRows rows, Receipts receipts, Sealer sealer, KeyedIndex index) {
        this.rows = rows;
        this.receipts = receipts;
        this.sealer = sealer;
        this.index = index;
    }

    @Override
    public Receipt append(AccessRecord record) {
        var receipt = receipts.issue(record.id(), record.at(), record.outcome().name(), record.answerDigest());
        rows.save(row(record, receipt.text()));
        return new Receipt(record.id(), receipt.text());
    }

    private AccessRecordRow row(AccessRecord record, String receipt) {
        var sealed = sealer.seal(RecordBody.of(record, receipt).toBytes(), place(record.id()));
        var type = record.type();
        var holder = record.holder();
        return new AccessRecordRow(
                record.id().value().toBytes(),
                record.at(),
                record.office().value(),
                record.caller(),
                record.basis().name(),
                record.channel().name(),
                record.item().value(),
                type == null ? null : type.value(),
                holder == null ? null : index.of(holder).toBytes(),
                index.keyId(),
                record.outcome().name(),
                record.answerDigest().toBytes(),
                RandomId.next().toBytes(),
                sealed.keyId(),
                sealed.toBytes());
    }

    @Override
    public Optional<RecordedUse> find(RecordId id) {
        return rows.findByRecordId(id.value().toBytes()).map(this::use);
    }

    /** One query a holder and key, since each is one range of the index; a citizen has few. */
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
        var found = new ArrayList<RecordedUse>();
        for (var indexed : everyIndex(holders)) {
            rows.findBelow(indexed, at, below, limit).forEach(row -> found.add(use(row)));
        }
        found.sort(NEWEST_FIRST);
        return found.subList(0, Math.min(limit, found.size()));
    }

    @Override
    public long count(List<HolderCode> holders) {
        return everyIndex(holders).stream().mapToLong(rows::countByHolderIndex).sum();
    }

    /** Under every key that is kept: a record stays under the key of its time. */
    private List<byte[]> everyIndex(List<HolderCode> holders) {
        return holders.stream()
                .flatMap(holder -> index.everyOf(holder).stream())
                .map(indexed -> indexed.index().toBytes())
                .toList();
    }

    private RecordedUse use(AccessRecordRow row) {
        var id = new RecordId(RandomId.fromBytes(row.recordId()));
        var body = RecordBody.fromBytes(sealer.open(new Sealed(row.sealKeyId(), row.body()), place(id)));
        var type = row.typeCode();
        var record = new AccessRecord(
                id,
                row.at(),
                new OfficeCode(row.officeCode()),
                row.caller(),
                body.operator(),
                LegalBasis.valueOf(row.basis()),
                Channel.valueOf(row.channel()),
                new ItemCode(row.itemCode()),
                body.caseNumber(),
                body.purpose(),
                type == null ? null : new LicenceTypeCode(type),
                body.holder(),
                body.licences(),
                Outcome.valueOf(row.outcome()),
                Sha256.fromBytes(row.answerDigest()));
        return new RecordedUse(record, new Receipt(id, body.receipt()));
    }

    private static String place(RecordId id) {
        return "access_record " + id;
    }
}
