package city.certfree.audit.jdbc;

import city.certfree.audit.AccessRecord;
import city.certfree.audit.LegalBasis;
import city.certfree.audit.Outcome;
import city.certfree.audit.log.CanonicalRecord;
import city.certfree.crypto.KeyedIndex;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.jdbc.Columns;
import city.certfree.jdbc.Insertion;
import city.certfree.jdbc.Parameters;
import city.certfree.kernel.Channel;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes rows of uses, and uses of rows. */
@Singleton
final class AccessRecords {
    static final Insertion INSERTION = new Insertion(
            "access_record",
            List.of(
                    "log",
                    "leaf_index",
                    "record_id",
                    "at",
                    "office_code",
                    "caller",
                    "basis",
                    "channel",
                    "item_code",
                    "type_code",
                    "holder_index",
                    "index_key_id",
                    "outcome",
                    "answer_digest",
                    "nonce",
                    "seal_key_id",
                    "body"));

    private final Sealer sealer;
    private final KeyedIndex index;

    AccessRecords(Sealer sealer, KeyedIndex index) {
        this.sealer = sealer;
        this.index = index;
    }

    /** Seals and digests a record. */
    PreparedRow prepare(AccessRecord record) {
        var nonce = RandomId.next();
        var holder = record.holder();
        var holderIndex = holder == null ? null : index.of(holder);
        var sealed = sealer.seal(RecordBody.of(record).toBytes(), place(record.id()));
        var type = record.type();
        PreparedRow.Binding binding = row -> {
            row.setBytes(3, record.id().value().toBytes());
            row.setObject(4, Columns.utc(record.at()));
            row.setString(5, record.office().value());
            row.setString(6, record.caller());
            row.setString(7, record.basis().name());
            row.setString(8, record.channel().name());
            row.setString(9, record.item().value());
            row.setString(10, type == null ? null : type.value());
            row.setBytes(11, holderIndex == null ? null : holderIndex.toBytes());
            row.setString(12, index.keyId());
            row.setString(13, record.outcome().name());
            row.setBytes(14, record.answerDigest().toBytes());
            row.setBytes(15, nonce.toBytes());
            row.setString(16, sealed.keyId());
            row.setBytes(17, sealed.toBytes());
        };
        return new PreparedRow(
                record.id(),
                PreparedRow.Kind.USE,
                CanonicalRecord.leafData(nonce, record, holderIndex, index.keyId()),
                binding);
    }

    static void bind(Parameters row, int log, long leaf, PreparedRow record) throws SQLException {
        row.setInt(1, log);
        row.setLong(2, leaf);
        record.binding().bind(row);
    }

    /** The record that a row keeps. */
    AccessRecord record(AccessRecordRow row) {
        return record(row, body(row));
    }

    AccessRecord record(AccessRecordRow row, RecordBody body) {
        var type = row.typeCode();
        return new AccessRecord(
                id(row),
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
    }

    RecordBody body(AccessRecordRow row) {
        return RecordBody.fromBytes(open(row));
    }

    private byte[] open(AccessRecordRow row) {
        return sealer.open(new Sealed(row.sealKeyId(), row.body()), place(id(row)));
    }

    /** What the entry of a row's leaf is the SHA-256 of: from the texts as they stand, which is all that a check needs. */
    byte[] leafData(AccessRecordRow row) {
        var body = RecordBody.Texts.fromBytes(open(row));
        var use = new CanonicalRecord.Use(
                CanonicalRecord.Use.KIND,
                id(row).toString(),
                row.at(),
                row.officeCode(),
                row.caller(),
                body.operator(),
                row.basis(),
                row.channel(),
                row.itemCode(),
                body.caseNumber(),
                body.purpose(),
                row.typeCode(),
                holderIndex(row),
                row.indexKeyId(),
                body.licences(),
                row.outcome(),
                HexFormat.of().formatHex(row.answerDigest()));
        return CanonicalRecord.leafData(RandomId.fromBytes(row.nonce()), use);
    }

    @SuppressWarnings("NullAway") // it cannot follow the second annotation that Micronaut Data needs on the component
    private static @Nullable String holderIndex(AccessRecordRow row) {
        return row.holderIndex() == null ? null : HexFormat.of().formatHex(row.holderIndex());
    }

    private static RecordId id(AccessRecordRow row) {
        return new RecordId(RandomId.fromBytes(Objects.requireNonNull(row.recordId())));
    }

    private static String place(RecordId id) {
        return "access_record " + id;
    }
}
