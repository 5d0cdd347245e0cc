package city.certfree.jdbc;

import city.certfree.jdbc.SharedReads.Found;
import city.certfree.jdbc.SharedReads.KeyedQuery;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;

/**
 * Numbers by which a node knows whether what it holds in memory is still what is stored. A number is raised in the transaction of
 * the change, and read by every question that goes by what is held; so a change holds on every node for every question after it.
 * All who ask at one time are answered by one small query.
 */
@Singleton
public final class Versions {
    private final Statements statements;
    private final SharedReads<Integer, Long> reads;

    Versions(Statements statements, Transactions transactions) {
        this.statements = statements;
        reads = new SharedReads<>(
                statements,
                transactions,
                new KeyedQuery("SELECT `id`, `version` FROM `access_grant_head` WHERE", "`id` = ?"),
                (statement, first, id) -> {
                    statement.setInt(first, id);
                    return first + 1;
                },
                row -> new Found<>(row.getInt(1), row.getLong(2)));
    }

    /** The number now: what is read after it is at least as new. */
    public long of(Held held) {
        return reads.of(held.id).getFirst();
    }

    /** Tells all nodes of a change, once the caller's transaction is committed. */
    public void raise(Held held) {
        statements.update("UPDATE `access_grant_head` SET `version` = `version` + 1 WHERE `id` = ?", held.id);
    }

    /** What is held in memory. */
    public enum Held {
        GRANTS(1),
        SYSTEMS(2),
        USED_UP_ATTEMPTS(3);

        private final int id;

        Held(int id) {
            this.id = id;
        }
    }
}
