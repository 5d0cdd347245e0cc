package city.certfree.jdbc;

import city.certfree.jdbc.SharedReads.Found;
import city.certfree.jdbc.SharedReads.KeyedQuery;
import city.certfree.kernel.RequestMemory;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Numbers by which a node knows whether what it holds in memory is still what is stored. A number is raised in the transaction of
 * the change, and read by every request that goes by what is held; so a change holds on every node for every request after it.
 * One request reads all of them once, and all who ask at one time are answered by one small query.
 */
@Singleton
public final class Versions {
    /** The highest id, under which all numbers are read: one key, so that all who wait share one query. */
    private static final int ALL = Held.values().length;

    private final Statements statements;
    private final RequestMemory memory;
    private final SharedReads<Integer, Numbered> reads;

    Versions(Statements statements, Transactions transactions, RequestMemory memory) {
        this.statements = statements;
        this.memory = memory;
        reads = new SharedReads<>(
                statements,
                transactions,
                new KeyedQuery("SELECT `id`, `version` FROM `access_grant_head` WHERE", "`id` <= ?"),
                (statement, first, id) -> {
                    statement.setInt(first, id);
                    return first + 1;
                },
                row -> new Found<>(ALL, new Numbered(row.getInt(1), row.getLong(2))));
    }

    /**
     * The number as it was at some moment since the request came; outside of a request, and within a transaction, as it is now.
     * What is read after it is at least as new.
     */
    public long of(Held held) {
        var numbers = statements.areOnConnection() ? read() : memory.remember(Numbers.class, this::read);
        return numbers.of(held);
    }

    private Numbers read() {
        return new Numbers(reads.of(ALL));
    }

    /** Tells all nodes of a change, once the caller's transaction is committed. */
    public void raise(Held held) {
        statements.update("UPDATE `access_grant_head` SET `version` = `version` + 1 WHERE `id` = ?", held.id);
        memory.forget(Numbers.class);
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

    /** One number. */
    private record Numbered(int id, long version) {}

    /** All numbers, as of one moment. */
    private record Numbers(List<Numbered> all) {
        long of(Held held) {
            for (var one : all) {
                if (one.id == held.id) {
                    return one.version;
                }
            }
            throw new IllegalStateException("there is no number of " + held);
        }
    }
}
