package city.certfree.audit.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.audit.CanonicalJson;
import city.certfree.audit.check.ArchivedRows;
import city.certfree.jdbc.Columns;
import city.certfree.jdbc.Statements;
import city.certfree.kernel.Transactions;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads old uses as lines of JSON, and deletes them for who may. */
@Singleton
final class JdbcArchivedRows implements ArchivedRows {
    private static final String OLDEST =
            """
            SELECT `log`, `leaf_index`, `record_id`, `at`, `office_code`, `caller`, `basis`, `channel`, `item_code`,
              `type_code`, `holder_index`, `index_key_id`, `outcome`, `answer_digest`, `nonce`, `seal_key_id`, `body`
            FROM `access_record` WHERE `log` = ? ORDER BY `leaf_index` LIMIT %d""";

    private static final String DELETE =
            "DELETE FROM `access_record` WHERE `log` = ? AND `leaf_index` >= ? AND `leaf_index` < ?";

    private final Statements statements;
    private final Transactions transactions;

    JdbcArchivedRows(Statements statements, Transactions transactions) {
        this.statements = statements;
        this.transactions = transactions;
    }

    /** Asks the database itself, with a deletion of nothing. */
    @Override
    public boolean mayBeDeleted() {
        try {
            transactions.write(() -> statements.update(DELETE, -1, 0, 0));
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    /** Records lie in the order of their leaves, and so in that of time but for moments: the first recent one ends the slice. */
    @Override
    public Slice oldest(int log, Instant end, int atMost) {
        var lines = statements.query(OLDEST.formatted(atMost), JdbcArchivedRows::line, log).stream()
                .takeWhile(line -> line.at.isBefore(end))
                .toList();
        if (lines.isEmpty()) {
            return new Slice(0, 0, 0, new byte[0]);
        }
        var text = lines.stream().map(line -> line.json + "\n").collect(Collectors.joining());
        return new Slice(lines.getFirst().index, lines.getLast().index + 1, lines.size(), text.getBytes(UTF_8));
    }

    @Override
    public boolean delete(int log, Slice slice) {
        int deleted = statements.update(DELETE, log, slice.from(), slice.to());
        if (deleted != 0 && deleted != slice.size()) {
            throw new IllegalStateException("the records changed while they were archived; nothing is deleted");
        }
        return deleted == slice.size();
    }

    private static Line line(ResultSet row) throws SQLException {
        var columns = new HashMap<String, @Nullable Object>();
        for (var name : List.of(
                "office_code",
                "caller",
                "basis",
                "channel",
                "item_code",
                "type_code",
                "index_key_id",
                "outcome",
                "seal_key_id")) {
            columns.put(name, row.getString(name));
        }
        for (var name : List.of("record_id", "holder_index", "answer_digest", "nonce", "body")) {
            byte[] bytes = row.getBytes(name);
            columns.put(name, bytes == null ? null : Base64.getEncoder().encodeToString(bytes));
        }
        var at = Columns.instant(row.getObject("at", LocalDateTime.class));
        long index = row.getLong("leaf_index");
        columns.put("at", at);
        columns.put("log", row.getInt("log"));
        columns.put("leaf_index", Long.toString(index));
        return new Line(index, at, CanonicalJson.text(columns));
    }

    private record Line(long index, Instant at, String json) {}
}
