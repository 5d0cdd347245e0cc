package city.certfree.audit.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.audit.note.SignedNote;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.Sealer;
import city.certfree.jdbc.Columns;
import city.certfree.jdbc.Statements;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Reads checkpoints. They are public, and sealed all the same: a change shows when one is opened, a gap by what it follows. */
@Singleton
final class CheckpointRows {
    private static final String COLUMNS = "SELECT `size`, `first`, `at`, `seal_key_id`, `body` FROM `log_checkpoint` ";

    private final Statements statements;
    private final Sealer sealer;

    CheckpointRows(Statements statements, Sealer sealer) {
        this.statements = statements;
        this.sealer = sealer;
    }

    /**
     * The latest of a log; empty before its first group.
     *
     * @throws IllegalStateException if it was changed
     */
    Optional<Stored> latest(int log) {
        return statements
                .query(COLUMNS + "WHERE `log` = ? ORDER BY `size` DESC LIMIT 1", CheckpointRows::row, log)
                .stream()
                .findFirst()
                .map(row -> new Stored(row.size, open(log, row)));
    }

    /** Those of sizes above one and up to another, as they are kept. */
    List<Row> between(int log, long above, long upTo) {
        return statements.query(
                COLUMNS + "WHERE `log` = ? AND `size` > ? AND `size` <= ? ORDER BY `size`",
                CheckpointRows::row,
                log,
                above,
                upTo);
    }

    /**
     * Opens one.
     *
     * @throws RuntimeException if it was changed
     */
    SignedNote open(int log, Row row) {
        return SignedNote.parse(new String(sealer.open(row.sealed, place(log, row.first, row.size, row.at)), UTF_8));
    }

    /** Opens one; empty if it was changed. */
    Optional<SignedNote> tryToOpen(int log, Row row) {
        try {
            return Optional.of(open(log, row));
        } catch (RuntimeException changed) {
            // A broken seal, an unknown key, a form that is none: it is not what was kept.
            return Optional.empty();
        }
    }

    static String place(int log, long first, long size, Instant at) {
        return "log_checkpoint " + log + " " + first + " " + size + " " + at;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getLong(2),
                Columns.instant(row.getObject(3, LocalDateTime.class)),
                new Sealed(row.getString(4), row.getBytes(5)));
    }

    /** A checkpoint as it is kept. */
    record Row(long size, long first, Instant at, Sealed sealed) {}

    /** A checkpoint that was opened. */
    record Stored(long size, SignedNote note) {}
}
