package city.certfree.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import city.certfree.kernel.Transactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Rows by key, asked for by many callers at once and read by one query for all who wait. A query answers those who came while the
 * one before was under way, so that a lone caller asks at once and many share one statement, one connection and one way to the
 * database. Only after a query that answered several is there a pause, as long as the query took, at most until 2 ms after it began.
 *
 * <p>Nothing is remembered. Each query begins after everything that it answers was asked for, so that a caller sees whatever
 * had been committed when it asked, as it would by a query of its own. Within a transaction the caller's own connection is
 * asked, for its key alone.
 *
 * @param <K> keys, by {@code equals}
 * @param <V> what a row becomes
 */
public final class SharedReads<K, V> {
    /** As many as one query asks for: from there on a further key costs as much as a further query. */
    private static final int MOST_KEYS = 64;

    /**
     * From one shared query to the next at most: a query costs the server some four times what one more key costs it, but where queries are
     * quick nobody is to wait for company.
     */
    private static final long PACE_NANOS = 2_000_000;

    private final Statements statements;
    private final Transactions transactions;
    private final KeyedQuery query;
    private final Statements.Row<K> binding;
    private final Statements.Reader<Found<K, V>> reader;
    private final ConcurrentLinkedQueue<Waiting<K, V>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    /**
     * @param query with a condition for one key
     * @param binding sets the parameters of the condition
     * @param reader makes of a row what it holds, and whose it is
     */
    public SharedReads(
            Statements statements,
            Transactions transactions,
            KeyedQuery query,
            Statements.Row<K> binding,
            Statements.Reader<Found<K, V>> reader) {
        this.statements = statements;
        this.transactions = transactions;
        this.query = query;
        this.binding = binding;
        this.reader = reader;
    }

    /**
     * The rows of a key, in no order; empty when there is none.
     *
     * @throws Transactions.StorageUnavailable if the database cannot be reached
     */
    public List<V> of(K key) {
        if (statements.areOnConnection()) {
            return rows(List.of(key)).getOrDefault(key, List.of());
        }
        var mine = new Waiting<K, V>(key, new CompletableFuture<>());
        waiting.add(mine);
        if (underWay.compareAndSet(false, true)) {
            statements.readers().execute(this::answerAll);
        }
        return mine.rows();
    }

    /** Goes on until nobody waits. Who comes after the last look and before the end finds nothing under way, or is seen by the second. */
    private void answerAll() {
        do {
            for (var some = next(); !some.isEmpty(); some = next()) {
                long begun = System.nanoTime();
                answer(some);
                if (some.size() > 1) {
                    long now = System.nanoTime();
                    LockSupport.parkNanos(Math.min(now - begun, begun + PACE_NANOS - now));
                }
            }
            underWay.set(false);
        } while (!waiting.isEmpty() && underWay.compareAndSet(false, true));
    }

    private List<Waiting<K, V>> next() {
        var some = new ArrayList<Waiting<K, V>>();
        while (some.size() < MOST_KEYS) {
            var one = waiting.poll();
            if (one == null) {
                break;
            }
            some.add(one);
        }
        return some;
    }

    /** How many wait for the next query. */
    int waiting() {
        return waiting.size();
    }

    private void answer(List<Waiting<K, V>> some) {
        try {
            var keys = some.stream().map(Waiting::key).distinct().toList();
            var found = transactions.read(() -> rows(keys));
            some.forEach(one -> one.answer.complete(found.getOrDefault(one.key, List.of())));
        } catch (Transactions.StorageUnavailable away) {
            // Those who came meanwhile have waited as long as anybody should, and the next query would only be the next
            // to fail. Whoever asks once the first has been told is none of them.
            var told = new ArrayList<>(some);
            for (var one = waiting.poll(); one != null; one = waiting.poll()) {
                told.add(one);
            }
            told.forEach(one -> one.answer.completeExceptionally(away));
        } catch (RuntimeException | Error fault) {
            // Each of them asked for the same query, and so each has its fault.
            some.forEach(one -> one.answer.completeExceptionally(fault));
        }
    }

    private Map<K, List<V>> rows(List<K> keys) {
        int size = KeyedQuery.sizeFor(keys.size());
        return statements
                .select(
                        query.sql(size),
                        statement -> {
                            for (int i = 0; i < size; i++) {
                                var parameters = new Parameters(statement, i * query.parameters());
                                binding.bind(parameters, keys.get(Math.min(i, keys.size() - 1)));
                            }
                        },
                        reader)
                .stream()
                .collect(groupingBy(Found::key, mapping(Found::value, toList())));
    }

    /** A row, and whose it is. */
    public record Found<K, V>(K key, V value) {}

    private record Waiting<K, V>(K key, CompletableFuture<List<V>> answer) {
        List<V> rows() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException fault) {
                    throw fault;
                }
                throw e;
            }
        }
    }

    /**
     * A query for several keys: its condition stands as often as there are keys. It is made for powers of two only, the last key
     * repeated, so that the server keeps a handful of statements prepared.
     */
    public static final class KeyedQuery {
        private final List<String> bySize;
        private final int parameters;

        /**
         * @param before up to and with WHERE
         * @param condition for one key, such as {@code `id` = ?}
         */
        public KeyedQuery(String before, String condition) {
            var sqls = new ArrayList<String>();
            for (int size = 1; size <= MOST_KEYS; size *= 2) {
                sqls.add(before + " (" + String.join(") OR (", Collections.nCopies(size, condition)) + ")");
            }
            bySize = List.copyOf(sqls);
            parameters = (int) condition.chars().filter(c -> c == '?').count();
        }

        /** How many of them a key has. */
        int parameters() {
            return parameters;
        }

        static int sizeFor(int keys) {
            return keys == 1 ? 1 : Integer.highestOneBit(keys - 1) * 2;
        }

        String sql(int size) {
            return bySize.get(Integer.numberOfTrailingZeros(size));
        }
    }
}
