package city.certfree.cli.drill.ledger;

import city.certfree.cli.bench.server.Administration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database holds of every effect, as its own rows tell; the service is not asked. */
public final class Books {
    private static final String RECORD_ID = id("`record_id`");

    private static final String USES =
            "SELECT CONCAT(r.`channel`, ' ', " + RECORD_ID + ") FROM `access_record` r WHERE r.`log` > 0";
    private static final String ACTS =
            "SELECT CONCAT(r.`event`, ' ', " + RECORD_ID + ") FROM `act_record` r WHERE r.`log` > 0";
    private static final String WITH_LEAF = " AND EXISTS (SELECT 1 FROM `log_leaf` l WHERE l.`log` = r.`log`"
            + " AND l.`leaf_index` = r.`leaf_index` AND l.`kind` = '%s')";

    private final Map<Effect, Set<String>> rows;
    private final Map<Effect, Set<String>> records;
    private final Map<Effect, Set<String>> leaves;

    private Books(Map<Effect, Set<String>> rows, Map<Effect, Set<String>> records, Map<Effect, Set<String>> leaves) {
        this.rows = rows;
        this.records = records;
        this.leaves = leaves;
    }

    /** Reads them. */
    public static Books read(Administration database) {
        return new Books(
                readRows(database),
                byEffect(database.list(USES), database.list(ACTS)),
                byEffect(
                        database.list(USES + WITH_LEAF.formatted("USE")),
                        database.list(ACTS + WITH_LEAF.formatted("ACT"))));
    }

    /**
     * How many leaves there are without a record, and how many records without a leaf: both are none, whatever was recorded.
     */
    static long unmatched(Administration database) {
        long leaves = Long.parseLong(database.ask("SELECT COUNT(*) FROM `log_leaf`"));
        long records = Long.parseLong(database.ask("SELECT (SELECT COUNT(*) FROM `access_record` WHERE `log` > 0)"
                + " + (SELECT COUNT(*) FROM `act_record` WHERE `log` > 0)"));
        return Math.abs(leaves - records);
    }

    private static Map<Effect, Set<String>> readRows(Administration database) {
        var showId = id("`show_id`");
        return new EnumMap<>(Map.of(
                Effect.SHOW_ISSUE, Set.copyOf(database.list("SELECT " + showId + " FROM `presentation`")),
                Effect.SHOW_REDEEM,
                        Set.copyOf(
                                database.list("SELECT " + showId + " FROM `presentation` WHERE `used_at` IS NOT NULL")),
                Effect.LICENCE_ISSUE, Set.copyOf(database.list("SELECT `identifier` FROM `licence`")),
                Effect.STATUS_CHANGE,
                        Set.copyOf(database.list("SELECT CONCAT(`identifier`, ' ', `status`, ' ', `revision`)"
                                + " FROM `licence` WHERE `revision` > 0"))));
    }

    /** 16 bytes as the API writes them: base64url without padding. */
    private static String id(String column) {
        return "REPLACE(REPLACE(TRIM(TRAILING '=' FROM TO_BASE64(" + column + ")), '+', '-'), '/', '_')";
    }

    private static Map<Effect, Set<String>> byEffect(List<String> uses, List<String> acts) {
        var byEffect = new EnumMap<Effect, Set<String>>(Effect.class);
        List.of(uses, acts).stream()
                .flatMap(Collection::stream)
                .map(line -> line.split(" ", 2))
                .forEach(line -> Effect.recordedAs(line[0])
                        .ifPresent(effect -> byEffect.computeIfAbsent(effect, first -> new HashSet<>())
                                .add(line[1])));
        return byEffect;
    }

    /** The rows that effects of this kind have changed. */
    Set<String> rows(Effect effect) {
        return rows.getOrDefault(effect, Set.of());
    }

    /** The ids of its records. */
    Set<String> records(Effect effect) {
        return records.getOrDefault(effect, Set.of());
    }

    /** The ids of those of its records that a leaf stands for. */
    Set<String> leaves(Effect effect) {
        return leaves.getOrDefault(effect, Set.of());
    }
}
