package city.certfree.licence.jdbc;

import city.certfree.jdbc.Columns;
import city.certfree.jdbc.Insertion;
import city.certfree.jdbc.Statements;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds licences and their holders by the hundred, with statements that the server has prepared. */
@Singleton
final class NewRows {
    private static final Insertion LICENCES = new Insertion(
            "licence",
            List.of(
                    "identifier",
                    "type_code",
                    "issuer",
                    "issued_on",
                    "valid_from",
                    "valid_to",
                    "status",
                    "status_since",
                    "revision",
                    "status_list",
                    "status_index",
                    "reason_key_id",
                    "reason",
                    "body_key_id",
                    "body"));

    private static final Insertion HOLDERS =
            new Insertion("licence_holder", List.of("holder_index", "type_code", "identifier", "index_key_id"));

    private final Statements statements;

    NewRows(Statements statements) {
        this.statements = statements;
    }

    void addLicences(List<LicenceRow> licences) {
        statements.insert(LICENCES, licences, (row, licence) -> {
            row.setString(1, licence.identifier());
            row.setString(2, licence.typeCode());
            row.setString(3, licence.issuer());
            row.setObject(4, licence.issuedOn());
            row.setObject(5, licence.validFrom());
            row.setObject(6, licence.validTo());
            row.setString(7, licence.status().name());
            row.setObject(8, Columns.utc(licence.statusSince()));
            row.setInt(9, licence.revision());
            row.setLong(10, licence.statusList());
            row.setInt(11, licence.statusIndex());
            row.setString(12, licence.reasonKeyId());
            row.setBytes(13, licence.reason());
            row.setString(14, licence.bodyKeyId());
            row.setBytes(15, licence.body());
        });
    }

    void addHolders(List<LicenceHolderRow> holders) {
        statements.insert(HOLDERS, holders, (row, holder) -> {
            row.setBytes(1, holder.holderIndex());
            row.setString(2, holder.typeCode());
            row.setString(3, holder.identifier());
            row.setString(4, holder.indexKeyId());
        });
    }
}
