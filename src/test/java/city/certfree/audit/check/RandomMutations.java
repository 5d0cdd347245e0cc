package city.certfree.audit.check;

import city.certfree.fixture.Tampering;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Changes one field of one row at a time, chosen at random from a fixed seed, and puts it back. */
final class RandomMutations {
    private static final List<String> OF_RECORDS = List.of(
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
            "body");

    private static final List<Fields> ALL = List.of(
            new Fields("access_record", "leaf_index", OF_RECORDS),
            new Fields("access_record", "leaf_index", OF_RECORDS),
            new Fields(
                    "act_record",
                    "leaf_index",
                    List.of(
                            "record_id",
                            "at",
                            "office_code",
                            "actor",
                            "event",
                            "subject",
                            "nonce",
                            "seal_key_id",
                            "body")),
            new Fields("log_leaf", "leaf_index", List.of("log", "leaf_index", "kind", "entry")),
            new Fields("log_node", "node_index", List.of("log", "node_index", "hash")),
            new Fields("log_checkpoint", "size", List.of("log", "size", "first", "at", "seal_key_id", "body")));

    private final Tampering database;
    private final int times;
    private final Random random = new Random(20261126);

    RandomMutations(Tampering database, int times) {
        this.database = database;
        this.times = times;
    }

    /** What looks at the changed database. */
    interface Look {
        void at(Mutation mutation, long size) throws SQLException;
    }

    void each(long size, Look look) throws SQLException {
        for (int done = 0; done < times; ) {
            var fields = ALL.get(random.nextInt(ALL.size()));
            var column = fields.columns.get(random.nextInt(fields.columns.size()));
            var keys = keys(fields);
            long key = keys.get(random.nextInt(keys.size()));
            done += mutate(fields, column, key, size, look) ? 1 : 0;
        }
    }

    private List<Long> keys(Fields fields) throws SQLException {
        var keys = new java.util.ArrayList<Long>();
        try (var statement = database.connection().createStatement();
                var rows = statement.executeQuery(
                        "SELECT `%s` FROM `%s` WHERE `log` = 1".formatted(fields.key, fields.table))) {
            while (rows.next()) {
                keys.add(rows.getLong(1));
            }
        }
        return keys;
    }

    /** False when the database itself refuses the change. */
    private boolean mutate(Fields fields, String column, long key, long size, Look look) throws SQLException {
        var before = value(fields, column, key);
        var after = changed(before);
        boolean moves = column.equals(fields.key);
        var where = "`log` = " + (column.equals("log") ? after : 1) + " AND `" + fields.key + "` = "
                + (moves ? after : key);
        try {
            set(fields, column, after, "`log` = 1 AND `" + fields.key + "` = " + key);
        } catch (SQLIntegrityConstraintViolationException refused) {
            return false;
        }
        try {
            look.at(new Mutation(fields.table, column, key), size);
        } finally {
            set(fields, column, before, where);
        }
        return true;
    }

    private @Nullable Object value(Fields fields, String column, long key) throws SQLException {
        var sql =
                "SELECT `%s` FROM `%s` WHERE `log` = 1 AND `%s` = %d".formatted(column, fields.table, fields.key, key);
        try (var statement = database.connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return column.equals("at") ? rows.getObject(1, LocalDateTime.class) : bytes(rows.getObject(1));
        }
    }

    private static @Nullable Object bytes(@Nullable Object value) throws SQLException {
        return value instanceof java.sql.Blob blob ? blob.getBytes(1, (int) blob.length()) : value;
    }

    private Object changed(@Nullable Object value) {
        return switch (value) {
            case null -> "X";
            case byte[] bytes -> {
                var flipped = bytes.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case LocalDateTime at -> at.plusNanos(1000L * (1 + random.nextInt(5_000_000)));
            case Number number -> number.longValue() + 7_000_000;
            default -> {
                var text = new StringBuilder(value.toString());
                int at = random.nextInt(text.length());
                text.setCharAt(at, text.charAt(at) == 'Z' ? 'Y' : 'Z');
                yield text.toString();
            }
        };
    }

    private void set(Fields fields, String column, @Nullable Object value, String where) throws SQLException {
        var sql = "UPDATE `%s` SET `%s` = ? WHERE %s".formatted(fields.table, column, where);
        try (var statement = database.connection().prepareStatement(sql)) {
            statement.setObject(1, value);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("one row is changed at a time: " + fields.table + "." + column);
            }
        }
    }

    private record Fields(String table, String key, List<String> columns) {}

    /** Which field was changed. */
    record Mutation(String table, String column, long key) {
        /** Whether the index that was found is the field's: of a checkpoint or node, one of its leaves. */
        boolean isAt(long index) {
            return switch (table) {
                case "log_checkpoint" -> index <= key;
                case "log_node" -> index / 256 == key;
                default -> index == key;
            };
        }
    }
}
