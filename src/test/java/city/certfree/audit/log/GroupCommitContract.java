package city.certfree.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.Attempts;
import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Draft;
import city.certfree.audit.Pending;
import city.certfree.audit.Receipt;
import city.certfree.crypto.KeyRing;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.CheckedReceipt;
import city.certfree.fixture.FaultyCommits;
import city.certfree.fixture.FaultyCommits.Fault;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.kernel.Transactions.StorageUnavailable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What group commit promises, on whatever database; faults are injected where the database would cause them. */
abstract class GroupCommitContract {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Inject
    AccessLog log;

    @Inject
    LogWriter writer;

    @Inject
    Attempts attempts;

    @Inject
    FaultyCommits faults;

    @Inject
    KeyRing keys;

    @Inject
    Transactions transactions;

    @Inject
    DataSource database;

    @Test
    void whatWaitsTogetherSharesOneCheckpointAndEachHasAProof() throws Exception {
        var before = count("log_checkpoint");
        var records = uses(20);
        var receipts = together(
                records.stream().<Callable<Receipt>>map(this::appending).toList());
        var checked = new ArrayList<CheckedReceipt>();
        for (var receipt : receipts) {
            checked.add(check(receipt.get()));
        }
        assertEquals(20, checked.stream().map(CheckedReceipt::index).distinct().count());
        assertEquals(1, checked.stream().map(CheckedReceipt::size).distinct().count());
        assertEquals(before + 2, count("log_checkpoint"), "one for the act that held the writer up, one for the group");
        assertIsWhole();
    }

    @Test
    void ofAGroupOnlyTheCulpritFails() throws Exception {
        var acts = new ArrayList<Callable<Receipt>>();
        uses(5).forEach(use -> acts.add(appending(use)));
        acts.add(
                2,
                () -> log.append(Pending.<Boolean, Receipt>after(
                        "culprit",
                        () -> {
                            throw new IllegalStateException("a statement that cannot run");
                        },
                        won -> recorded(AccessRecordOf.use(null, NOW)))));
        var results = together(acts);
        for (int i = 0; i < results.size(); i++) {
            if (i == 2) {
                var fault = assertThrows(ExecutionException.class, results.get(2)::get);
                assertEquals(
                        "a statement that cannot run",
                        Objects.requireNonNull(fault.getCause()).getMessage());
            } else {
                check(results.get(i).get());
            }
        }
        assertIsWhole();
    }

    @Test
    void runsStatementsInTheOrderOfTheirKeysAndRecordsWhatTheyGave() throws Exception {
        var order = Collections.synchronizedList(new ArrayList<String>());
        var acts = new ArrayList<Callable<Receipt>>();
        for (var key : List.of("c", "a", "d", "b")) {
            acts.add(() -> log.append(Pending.after(
                    key,
                    () -> {
                        order.add(key);
                        return order.size();
                    },
                    place -> recorded(AccessRecordOf.use(AccessRecordOf.holder(place), NOW)))));
        }
        for (var receipt : together(acts)) {
            check(receipt.get());
        }
        assertEquals(List.of("a", "b", "c", "d"), order);
    }

    @Test
    void whatClosesAnActIsUndoneWithIt() throws Exception {
        var record = AccessRecordOf.use(null, NOW);
        var act = Pending.recorded(record, receipt -> receipt).closing(receipt -> {
            throw new IllegalStateException("cannot be kept");
        });
        assertThrows(IllegalStateException.class, () -> log.append(act));
        assertTrue(log.find(record.id()).isEmpty());
        assertIsWhole();
    }

    /** As when the process is killed between the act and its record: neither is there. */
    @Test
    void l07_whatAStatementDidIsUndoneWhenItsRecordCannotBeKept() {
        var subject = RandomId.next().toString();
        var record = AccessRecordOf.use(null, NOW);
        var act = Pending.after(
                        "l07", () -> attempts.add(Attempts.Kind.MISMATCH, subject, NOW), counted -> recorded(record))
                .closing(receipt -> {
                    throw new IllegalStateException("killed");
                });
        assertThrows(IllegalStateException.class, () -> log.append(act));
        assertEquals(0, attempts.count(Attempts.Kind.MISMATCH, subject, NOW));
        assertTrue(log.find(record.id()).isEmpty());
    }

    @Test
    void aCommitThatWasDoneAndNotHeardIsFoundInTheLogAndNotRepeated() throws Exception {
        append(AccessRecordOf.use(null, NOW));
        var runs = new AtomicInteger();
        faults.next(Fault.LOST_AFTER);
        var record = AccessRecordOf.use(null, NOW);
        var receipt = log.append(Pending.after("once", runs::incrementAndGet, run -> recorded(record)));
        assertEquals(1, runs.get());
        check(receipt);
        assertEquals(record, log.find(record.id()).orElseThrow());
        assertIsWhole();
    }

    @Test
    void aCommitThatNeverArrivedIsRepeated() throws Exception {
        append(AccessRecordOf.use(null, NOW));
        faults.next(Fault.LOST_BEFORE);
        var record = AccessRecordOf.use(null, NOW);
        check(append(record));
        assertEquals(record, log.find(record.id()).orElseThrow());
        assertIsWhole();
    }

    /** Nothing is signed before it is known how the last commit ended: one size has one checkpoint, ever. */
    @Test
    void aCommitInDoubtIsSettledBeforeAnythingElseIsSigned() throws Exception {
        for (var fault : List.of(Fault.LOST_AFTER_AND_AWAY, Fault.LOST_BEFORE_AND_AWAY)) {
            append(AccessRecordOf.use(null, NOW));
            faults.next(fault);
            var doubtful = AccessRecordOf.use(null, NOW);
            assertThrows(StorageUnavailable.class, () -> append(doubtful));
            assertThrows(StorageUnavailable.class, () -> append(AccessRecordOf.use(null, NOW)));
            faults.away(false);
            check(append(AccessRecordOf.use(null, NOW)));
            assertEquals(
                    fault == Fault.LOST_AFTER_AND_AWAY, log.find(doubtful.id()).isPresent(), fault.name());
            assertIsWhole();
        }
    }

    /** As a writer that was paused until its lease was over and another node had claimed its log. */
    @Test
    void aWriterThatLostItsLogAppendsToItNoMore() throws Exception {
        var mine = check(append(AccessRecordOf.use(null, NOW)));
        int log = Integer.parseInt(mine.origin().replaceFirst(".*/", ""));
        long size = number("SELECT `size` FROM `log_head` WHERE `log` = " + log);
        execute("UPDATE `log_head` SET `epoch` = `epoch` + 1, `owner` = X'00112233445566778899AABBCCDDEEFF',"
                + " `leased_until` = '9999-12-31 00:00:00' WHERE `log` = " + log);
        var next = check(append(AccessRecordOf.use(null, NOW)));
        assertTrue(!next.origin().equals(mine.origin()), "another log");
        assertEquals(size, number("SELECT `size` FROM `log_head` WHERE `log` = " + log));
        assertEquals(size, number("SELECT COUNT(*) FROM `log_leaf` WHERE `log` = " + log));
        assertIsWhole();
    }

    private List<Future<Receipt>> together(List<Callable<Receipt>> acts) throws Exception {
        return new OneGroup(log, writer).of(acts);
    }

    private static List<AccessRecord> uses(int number) {
        var uses = new ArrayList<AccessRecord>();
        for (int i = 0; i < number; i++) {
            uses.add(AccessRecordOf.use(AccessRecordOf.holder(i), NOW.plusSeconds(i)));
        }
        return uses;
    }

    private Callable<Receipt> appending(AccessRecord record) {
        return () -> append(record);
    }

    private Receipt append(AccessRecord record) {
        return log.append(Pending.of(recorded(record)));
    }

    static Draft<Receipt> recorded(AccessRecord record) {
        return new Draft.Recorded<>(record, receipt -> receipt);
    }

    private CheckedReceipt check(Receipt receipt) {
        var keySet = keys.publicKeys().stream()
                .map(key -> Map.<String, Object>copyOf(key))
                .toList();
        var checked = CheckedReceipt.of(receipt.text(), keySet);
        assertEquals(receipt.record().toString(), checked.record().get("recordId"));
        return checked;
    }

    /** Every leaf has its record, in every log without a gap, and every head and checkpoint is where the leaves end. */
    void assertIsWhole() throws SQLException {
        assertEquals(count("log_leaf"), number("SELECT COALESCE(SUM(`size`), 0) FROM `log_head`"));
        assertEquals(count("log_leaf"), count("access_record") + count("act_record"));
        assertEquals(
                0,
                number("SELECT COUNT(*) FROM `log_head` h WHERE h.`size` <> (SELECT COALESCE(MAX(`leaf_index`) + 1, 0)"
                        + " FROM `log_leaf` l WHERE l.`log` = h.`log`)"));
        assertEquals(
                0,
                number("SELECT COUNT(*) FROM `log_head` h WHERE h.`size` <> (SELECT COALESCE(MAX(`size`), 0)"
                        + " FROM `log_checkpoint` c WHERE c.`log` = h.`log`)"));
    }

    private long count(String table) throws SQLException {
        return number("SELECT COUNT(*) FROM `" + table + "`");
    }

    private long number(String sql) throws SQLException {
        return transactions.read(() -> {
            try (var connection = raw();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void execute(String sql) throws SQLException {
        try (var connection = raw();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Connection raw() throws SQLException {
        return DelegatingDataSource.unwrapDataSource(database).getConnection();
    }
}
