package city.certfree.jdbc;

import city.certfree.jdbc.SharedReads.Found;
import city.certfree.jdbc.SharedReads.KeyedQuery;
import city.certfree.kernel.Presumptions;
import city.certfree.kernel.RequestMemory;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Numbers by which a node knows whether what it holds in memory is still what is stored. A number is raised in the transaction of
 * the change, and read by every request that goes by what is held; so a change holds on every node for every request after it.
 * One request reads all of them once, and all who ask at one time are answered by one small query; or it presumes those that this node
 * saw last, which are confirmed where its answer is recorded.
 */
@Singleton
public final class Versions implements Presumptions {
    /** The highest id, under which all numbers are read: one key, so that all who wait share one query. */
    private static final int ALL = Held.values().length;

    private final Statements statements;
    private final RequestMemory memory;
    private final SharedReads<Integer, Numbered> reads;

    /** What the last look at them gave; empty until the first. */
    private volatile Optional<Numbers> lastSeen = Optional.empty();

    Versions(Statements statements, Transactions transactions, RequestMemory memory) {
        this.statements = statements;
        this.memory = memory;
        reads = new SharedReads<>(
                statements,
                transactions,
                new KeyedQuery("SELECT `id`, `version` FROM `access_grant_head` WHERE", "`id` <= ?"),
                (row, id) -> row.setInt(1, id),
                row -> new Found<>(ALL, new Numbered(row.getInt(1), row.getLong(2))));
    }

    /**
     * The number as it was at some moment since the request came, or as the request presumes it; outside of a request, and within a
     * transaction, as it is now. What is read after it is at least as new.
     */
    public long of(Held held) {
        var numbers = statements.areOnConnection() ? read() : memory.remember(Numbers.class, () -> seen(read()));
        return numbers.of(held);
    }

    private Numbers read() {
        return new Numbers(reads.of(ALL));
    }

    /** Only what is committed is seen: a number that a transaction has raised may yet be taken back, and given to another change. */
    private Numbers seen(Numbers numbers) {
        lastSeen = Optional.of(numbers);
        return numbers;
    }

    @Override
    public void begin() {
        lastSeen.ifPresent(seen -> memory.remember(Numbers.class, () -> new Numbers(seen.all, true)));
    }

    @Override
    public void end() {
        if (ofRequest().isPresent()) {
            memory.forget(Numbers.class);
        }
    }

    @Override
    public Optional<Presumption> ofRequest() {
        return memory.remembered(Numbers.class).filter(Numbers::presumed).map(numbers -> numbers);
    }

    @Override
    public Predicate<Presumption> confirmed() {
        var now = seen(read());
        return presumed -> presumed instanceof Numbers numbers && numbers.all.equals(now.all);
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

    /**
     * All numbers, as of one moment.
     *
     * @param presumed whether that moment may have been before the request
     */
    private record Numbers(List<Numbered> all, boolean presumed) implements Presumption {
        Numbers(List<Numbered> read) {
            this(read.stream().sorted(Comparator.comparing(Numbered::id)).toList(), false);
        }

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
