package city.certfree.licence.jdbc;

import city.certfree.jdbc.Columns;
import city.certfree.jdbc.SharedReads;
import city.certfree.jdbc.SharedReads.Found;
import city.certfree.jdbc.SharedReads.KeyedQuery;
import city.certfree.jdbc.Statements;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import city.certfree.licence.LicenceStatus;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/** The licences of one type that a holder has, read for all who ask at the same time. */
@Singleton
final class HeldLicences {
    private static final Comparator<LicenceRow> LATEST_ISSUED_FIRST = Comparator.comparing(LicenceRow::issuedOn)
            .thenComparing(LicenceRow::identifier)
            .reversed();

    /** The number of the first column after those of the key. */
    private static final int FIRST = 3;

    private final SharedReads<Key, LicenceRow> reads;

    HeldLicences(Statements statements, Transactions transactions) {
        reads = new SharedReads<>(
                statements,
                transactions,
                new KeyedQuery(
                        "SELECT h.`holder_index`, h.`type_code`, " + LicenceRows.COLUMNS
                                + " FROM `licence_holder` h JOIN `licence` l ON l.`identifier` = h.`identifier` WHERE",
                        "h.`holder_index` = ? AND h.`type_code` = ?"),
                (row, key) -> {
                    row.setBytes(1, key.holder.toBytes());
                    row.setString(2, key.type);
                },
                row -> new Found<>(new Key(Sha256.fromBytes(row.getBytes(1)), row.getString(2)), licence(row)));
    }

    /** The latest issued first. */
    List<LicenceRow> of(Sha256 holderIndex, LicenceTypeCode type) {
        return reads.of(new Key(holderIndex, type.value())).stream()
                .sorted(LATEST_ISSUED_FIRST)
                .toList();
    }

    private static LicenceRow licence(ResultSet row) throws SQLException {
        return new LicenceRow(
                row.getString(FIRST),
                row.getString(FIRST + 1),
                row.getString(FIRST + 2),
                row.getObject(FIRST + 3, LocalDate.class),
                row.getObject(FIRST + 4, LocalDate.class),
                row.getObject(FIRST + 5, LocalDate.class),
                LicenceStatus.valueOf(row.getString(FIRST + 6)),
                Columns.instant(row.getObject(FIRST + 7, LocalDateTime.class)),
                row.getInt(FIRST + 8),
                row.getLong(FIRST + 9),
                row.getInt(FIRST + 10),
                row.getString(FIRST + 11),
                row.getBytes(FIRST + 12),
                row.getString(FIRST + 13),
                row.getBytes(FIRST + 14));
    }

    /** Whose licences of which type. */
    private record Key(Sha256 holder, String type) {}
}
