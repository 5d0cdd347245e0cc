package city.certfree.audit.jdbc;

import city.certfree.audit.AuditEvent;
import city.certfree.jdbc.Statements;
import city.certfree.kernel.Sha256;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Which records have gone into archives. An archive counts only if an act says so whose leaf stands in a log: the check of
 * that log confirms it, so that nobody excuses a deletion by a row alone.
 */
@Singleton
final class Archives {
    static final String LOG = "log";
    static final String FROM = "from";
    static final String TO = "to";

    private static final String ACTS =
            """
            SELECT r.`record_id`, r.`at`, r.`office_code`, r.`actor`, r.`event`, r.`subject`, r.`nonce`, r.`seal_key_id`,
              r.`body`, r.`log`, r.`leaf_index`, l.`entry`
            FROM `act_record` r JOIN `log_leaf` l ON l.`log` = r.`log` AND l.`leaf_index` = r.`leaf_index`
            WHERE r.`event` = ?""";

    private final Statements statements;
    private final ActRecords acts;

    Archives(Statements statements, ActRecords acts) {
        this.statements = statements;
        this.acts = acts;
    }

    /** Whether an archive has the record of a leaf of this log. */
    LongPredicate of(int log) {
        var ranges = all().stream().filter(range -> range.log == log).toList();
        return index -> ranges.stream().anyMatch(range -> range.from <= index && index < range.to);
    }

    private List<Range> all() {
        return statements
                .query(
                        ACTS,
                        row -> new Confirmed(JdbcLogRows.act(row), row.getBytes(12)),
                        AuditEvent.RECORDS_ARCHIVED.name())
                .stream()
                .filter(act -> Arrays.equals(Sha256.of(acts.leafData(act.row)).toBytes(), act.entry))
                .map(act -> range(act.row))
                .toList();
    }

    private Range range(ActRecordRow row) {
        var details = acts.record(row).details();
        return new Range(
                Integer.parseInt(details.getOrDefault(LOG, "0")),
                Long.parseLong(details.getOrDefault(FROM, "0")),
                Long.parseLong(details.getOrDefault(TO, "0")));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Confirmed(ActRecordRow row, byte[] entry) {}

    private record Range(int log, long from, long to) {}
}
