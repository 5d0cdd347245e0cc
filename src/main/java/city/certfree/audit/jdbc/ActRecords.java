package city.certfree.audit.jdbc;

import city.certfree.audit.ActRecord;
import city.certfree.audit.AuditEvent;
import city.certfree.audit.CanonicalJson;
import city.certfree.audit.log.CanonicalRecord;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.crypto.json.StrictJson;
import city.certfree.jdbc.Columns;
import city.certfree.jdbc.Insertion;
import city.certfree.jdbc.Parameters;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;

/** Makes rows of acts, and acts of rows. */
@Singleton
final class ActRecords {
    static final Insertion INSERTION = new Insertion(
            "act_record",
            List.of(
                    "log",
                    "leaf_index",
                    "record_id",
                    "at",
                    "office_code",
                    "actor",
                    "event",
                    "subject",
                    "nonce",
                    "seal_key_id",
                    "body"));

    private final Sealer sealer;

    ActRecords(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Seals and digests a record. */
    PreparedRow prepare(ActRecord act) {
        var nonce = RandomId.next();
        var details = CanonicalJson.bytes(act.details());
        var sealed = sealer.seal(details, place(act.id()));
        PreparedRow.Binding binding = row -> {
            row.setBytes(3, act.id().value().toBytes());
            row.setObject(4, Columns.utc(act.at()));
            row.setString(5, act.office().value());
            row.setString(6, act.actor());
            row.setString(7, act.event().name());
            row.setString(8, act.subject());
            row.setBytes(9, nonce.toBytes());
            row.setString(10, sealed.keyId());
            row.setBytes(11, sealed.toBytes());
        };
        return new PreparedRow(act.id(), PreparedRow.Kind.ACT, CanonicalRecord.leafData(nonce, act), binding);
    }

    static void bind(Parameters row, int log, long leaf, PreparedRow record) throws SQLException {
        row.setInt(1, log);
        row.setLong(2, leaf);
        record.binding().bind(row);
    }

    /** The act that a row keeps. */
    ActRecord record(ActRecordRow row) {
        var id = new RecordId(RandomId.fromBytes(row.recordId()));
        var details = new HashMap<String, String>();
        StrictJson.object(sealer.open(new Sealed(row.sealKeyId(), row.body()), place(id)))
                .forEach((name, value) -> details.put(name, value.toString()));
        return new ActRecord(
                id,
                row.at(),
                new OfficeCode(row.officeCode()),
                row.actor(),
                AuditEvent.valueOf(row.event()),
                row.subject(),
                details);
    }

    /** What the entry of a row's leaf is the SHA-256 of. */
    byte[] leafData(ActRecordRow row) {
        return CanonicalRecord.leafData(RandomId.fromBytes(row.nonce()), record(row));
    }

    private static String place(RecordId id) {
        return "act_record " + id;
    }
}
