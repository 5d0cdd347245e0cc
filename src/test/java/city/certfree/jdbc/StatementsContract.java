package city.certfree.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.kernel.Presumptions.Presumption;
import city.certfree.kernel.Transactions;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerHttpRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What those rely on who add many rows, or go by what is held in memory. */
abstract class StatementsContract {
    /** A log that nothing else writes to. */
    private static final int LOG = 4711;

    private static final Insertion NODES = new Insertion("log_node", List.of("log", "level", "node_index", "hash"));

    @Inject
    Statements statements;

    @Inject
    Transactions transactions;

    @Inject
    Versions versions;

    /** Every number of rows up to 16 has a statement; beyond, they are put together from several. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 65, 130})
    void addsEachRowOnceInItsOrder(int count) {
        var indexes = LongStream.range(0, count).boxed().toList();
        assertThrows(
                TakenBack.class,
                () -> transactions.run(() -> {
                    statements.insert(NODES, indexes, (row, index) -> {
                        row.setInt(1, LOG);
                        row.setInt(2, 1);
                        row.setLong(3, index);
                        row.setBytes(4, hash(index));
                    });
                    assertEquals(
                            indexes.stream()
                                    .map(index -> index + "=" + hash(index)[0])
                                    .toList(),
                            stored());
                    throw new TakenBack();
                }));
        assertEquals(List.of(), stored());
    }

    /** Of every value, and no UTF-8. */
    @Test
    void findsARowByItsBytes() {
        var hash = new byte[32];
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) (i * 8 + 7);
        }
        assertThrows(
                TakenBack.class,
                () -> transactions.run(() -> {
                    statements.update(
                            "INSERT INTO `log_node` (`log`, `level`, `node_index`, `hash`) VALUES (?, 1, 0, ?)",
                            LOG,
                            hash);
                    var found = statements.query(
                            "SELECT `hash` FROM `log_node` WHERE `log` = ? AND `hash` = ?",
                            row -> row.getBytes(1),
                            LOG,
                            hash);
                    assertArrayEquals(hash, found.getFirst());
                    throw new TakenBack();
                }));
    }

    private List<String> stored() {
        return transactions.read(() -> statements.query(
                "SELECT `node_index`, `hash` FROM `log_node` WHERE `log` = ? ORDER BY `node_index`",
                row -> row.getLong(1) + "=" + row.getBytes(2)[0],
                LOG));
    }

    private static byte[] hash(long index) {
        var hash = new byte[32];
        hash[0] = (byte) index;
        return hash;
    }

    @Test
    void aFlawOfOneRowLeavesNone() {
        assertThrows(
                RuntimeException.class,
                () -> transactions.run(() ->
                        statements.insert(NODES, LongStream.range(0, 40).boxed().toList(), (row, index) -> {
                            row.setInt(1, LOG);
                            row.setInt(2, 1);
                            row.setLong(3, index == 39 ? 0 : index);
                            row.setBytes(4, hash(index));
                        })));
        assertEquals(List.of(), stored());
    }

    /** All numbers by which a request is judged are of one moment; the next request sees what changed meanwhile. */
    @Test
    void oneRequestGoesByOneMoment() {
        long grants = versions.of(Versions.Held.GRANTS);
        long systems = versions.of(Versions.Held.SYSTEMS);
        inRequest(() -> {
            assertEquals(grants, versions.of(Versions.Held.GRANTS));
            elsewhere(() -> {
                raise(Versions.Held.GRANTS);
                raise(Versions.Held.SYSTEMS);
            });
            assertEquals(grants, versions.of(Versions.Held.GRANTS));
            assertEquals(systems, versions.of(Versions.Held.SYSTEMS));
        });
        inRequest(() -> assertEquals(grants + 1, versions.of(Versions.Held.GRANTS)));
        assertEquals(systems + 1, versions.of(Versions.Held.SYSTEMS));
    }

    @Test
    void aRequestSeesItsOwnChange() {
        inRequest(() -> {
            long before = versions.of(Versions.Held.USED_UP_ATTEMPTS);
            raise(Versions.Held.USED_UP_ATTEMPTS);
            assertEquals(before + 1, versions.of(Versions.Held.USED_UP_ATTEMPTS));
        });
    }

    @Test
    void aRequestForgetsWhatWasTakenBack() {
        inRequest(() -> {
            long before = versions.of(Versions.Held.GRANTS);
            assertThrows(
                    TakenBack.class,
                    () -> transactions.run(() -> {
                        versions.raise(Versions.Held.GRANTS);
                        assertEquals(before + 1, versions.of(Versions.Held.GRANTS));
                        throw new TakenBack();
                    }));
            assertEquals(before, versions.of(Versions.Held.GRANTS));
        });
    }

    /** A request that presumes goes by what was seen before it, and whoever records it finds out whether that holds. */
    @Test
    void whatWasSeenLastIsPresumedAndLookedAtLater() {
        long before = seen();
        inRequest(() -> {
            versions.begin();
            elsewhere(() -> raise(Versions.Held.GRANTS));
            assertEquals(before, versions.of(Versions.Held.GRANTS));
            var presumed = versions.ofRequest().orElseThrow();
            assertFalse(confirms(presumed));
            versions.end();
            assertEquals(before + 1, versions.of(Versions.Held.GRANTS));
            assertEquals(Optional.empty(), versions.ofRequest());
        });
        inRequest(() -> {
            versions.begin();
            assertEquals(before + 1, versions.of(Versions.Held.GRANTS));
            assertTrue(confirms(versions.ofRequest().orElseThrow()));
        });
    }

    @ParameterizedTest
    @EnumSource(Versions.Held.class)
    void aChangeOfWhateverIsHeldIsSeenByWhoeverLooks(Versions.Held changed) {
        seen();
        inRequest(() -> {
            versions.begin();
            var presumed = versions.ofRequest().orElseThrow();
            assertTrue(confirms(presumed));
            elsewhere(() -> raise(changed));
            assertFalse(confirms(presumed));
        });
    }

    @Test
    void whatARequestHasReadItDoesNotPresume() {
        seen();
        inRequest(() -> {
            long read = versions.of(Versions.Held.GRANTS);
            versions.begin();
            assertEquals(Optional.empty(), versions.ofRequest());
            versions.end();
            elsewhere(() -> raise(Versions.Held.GRANTS));
            assertEquals(read, versions.of(Versions.Held.GRANTS), "what was read stays of one moment");
        });
    }

    /** A number that was taken back is given again, to another change. */
    @Test
    void whatWasTakenBackIsPresumedByNobody() {
        long before = seen();
        assertThrows(
                TakenBack.class,
                () -> transactions.run(() -> {
                    versions.raise(Versions.Held.GRANTS);
                    assertEquals(before + 1, versions.of(Versions.Held.GRANTS));
                    throw new TakenBack();
                }));
        inRequest(() -> {
            versions.begin();
            assertEquals(before, versions.of(Versions.Held.GRANTS));
        });
    }

    /** The number of the grants, as a request has just read it. */
    private long seen() {
        var number = new AtomicLong();
        inRequest(() -> number.set(versions.of(Versions.Held.GRANTS)));
        return number.get();
    }

    private boolean confirms(Presumption presumed) {
        var confirms = new AtomicBoolean();
        elsewhere(() -> transactions.run(() -> confirms.set(versions.confirmed().test(presumed))));
        return confirms.get();
    }

    private void raise(Versions.Held held) {
        transactions.run(() -> versions.raise(held));
    }

    private static void inRequest(Runnable work) {
        PropagatedContext.getOrEmpty()
                .plus(new ServerHttpRequestContext(HttpRequest.GET("/")))
                .propagate(() -> {
                    work.run();
                    return true;
                });
    }

    /** On a thread that answers no request. */
    private static void elsewhere(Runnable work) {
        try {
            assertTrue(Thread.ofVirtual().start(work).join(Duration.ofMinutes(1)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
