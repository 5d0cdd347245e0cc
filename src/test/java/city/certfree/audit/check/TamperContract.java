package city.certfree.audit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.AccessLog;
import city.certfree.audit.ActLog;
import city.certfree.audit.ActRecord;
import city.certfree.audit.AuditEvent;
import city.certfree.audit.Pending;
import city.certfree.audit.check.Verdict.Broken;
import city.certfree.audit.check.Verdict.Damage;
import city.certfree.audit.check.Verdict.Whole;
import city.certfree.audit.log.StoredLogs;
import city.certfree.audit.note.Checkpoint;
import city.certfree.audit.note.NoteKey;
import city.certfree.audit.note.SignedNote;
import city.certfree.audit.note.SignedNote.Pen;
import city.certfree.audit.tree.Proofs;
import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Sealer;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.Tampering;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import city.certfree.kernel.Transactions;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with the database's root user changes the evidence. Each test undoes what it did. */
abstract class TamperContract {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.000001Z");
    private static final int RECORDS = 300;

    @Inject
    AccessLog log;

    @Inject
    ActLog acts;

    @Inject
    CheckLog check;

    @Inject
    StoredLogs logs;

    @Inject
    KeyRing keys;

    @Inject
    Sealer sealer;

    @Inject
    Transactions transactions;

    @Inject
    Witness.Reader witnesses;

    private Tampering database;

    /** How many random changes are tried. */
    abstract int mutations();

    /** As root, on the database under test. */
    abstract Tampering asRoot() throws SQLException;

    @BeforeEach
    void recordSome() throws Exception {
        database = asRoot();
        if (database.number("SELECT COUNT(*) FROM `log_leaf` WHERE `log` = 1") < RECORDS) {
            try (var threads = Executors.newFixedThreadPool(8)) {
                var uses = new ArrayList<Callable<Object>>();
                for (int i = 0; i < RECORDS; i++) {
                    var use =
                            AccessRecordOf.use(i % 7 == 0 ? null : AccessRecordOf.holder(i % 900), NOW.plusSeconds(i));
                    uses.add(() -> log.append(Pending.recorded(use, receipt -> receipt)));
                }
                for (var done : threads.invokeAll(uses)) {
                    done.get();
                }
            }
            act("first");
            act("second");
        }
        assertInstanceOf(Whole.class, verdict());
    }

    private void act(String subject) {
        var act = new ActRecord(
                RecordId.next(),
                NOW,
                new OfficeCode("37040010001"),
                "issuer01",
                AuditEvent.LICENCE_STATUS_CHANGED,
                subject,
                Map.of("status", "REVOKED", "reason", "补发"));
        acts.perform(() -> true, done -> Optional.of(act));
    }

    @Test
    void l01_aChangedColumnIsFoundAtItsIndex() throws SQLException {
        var columns = Map.of(
                "record_id", "X'00000000000000000000000000000000'",
                "at", "'2026-11-23 08:00:00.000002'",
                "office_code", "'37040010002'",
                "caller", "'clerk02'",
                "outcome", "'NOT_HELD'",
                "holder_index", "NULL",
                "nonce", "X'00000000000000000000000000000000'",
                "body", "X'00'");
        for (var column : columns.entrySet()) {
            database.change(
                    "access_record",
                    "`log` = 1 AND `leaf_index` = 17",
                    column.getKey(),
                    column.getValue(),
                    () -> assertBroken(17, Damage.RECORD_CHANGED, verdict()));
        }
    }

    @Test
    void l01_aDeletedAndAnInsertedRowAreFoundAtTheirIndex() throws SQLException {
        database.without(
                "access_record",
                "`log` = 1 AND `leaf_index` = 40",
                () -> assertBroken(40, Damage.RECORD_MISSING, verdict()));
        database.without(
                "log_leaf", "`log` = 1 AND `leaf_index` = 40", () -> assertBroken(40, Damage.LEAF_MISSING, verdict()));
        database.without(
                "log_node",
                "`log` = 1 AND `level` = 1 AND `node_index` = 0",
                () -> assertBroken(0, Damage.NODE_CHANGED, verdict()));
        var first = database.number("SELECT MIN(`size`) FROM `log_checkpoint` WHERE `log` = 1 AND `size` > 50");
        database.without(
                "log_checkpoint",
                "`log` = 1 AND `size` = " + first,
                () -> assertEquals(Damage.CHECKPOINT_CHANGED, ((Broken) verdict()).what()));
        database.copyOf(
                "access_record",
                "`log` = 1 AND `leaf_index` = 3",
                "leaf_index",
                size() + 5,
                () -> assertBroken(size() + 5, Damage.BEYOND_THE_END, verdict()));
    }

    @Test
    void l01_aChangedKindIsFoundAtItsIndex() throws SQLException {
        long act = database.number("SELECT MIN(`leaf_index`) FROM `log_leaf` WHERE `log` = 1 AND `kind` = 'ACT'");
        for (long leaf : List.of(17L, act)) {
            database.change(
                    "log_leaf",
                    "`log` = 1 AND `leaf_index` = " + leaf,
                    "kind",
                    "'ZCT'",
                    () -> assertBroken(leaf, Damage.RECORD_CHANGED, verdict()));
        }
    }

    @Test
    void l01_aCheckpointBeyondTheEndIsFoundAtTheEnd() throws SQLException {
        long first = database.number("SELECT MAX(`first`) FROM `log_checkpoint` WHERE `log` = 1");
        database.change(
                "log_checkpoint",
                "`log` = 1 AND `first` = " + first,
                "size",
                Long.toString(size() + 7_000_000),
                () -> assertBroken(size(), Damage.BEYOND_THE_END, verdict()));
    }

    @Test
    void l02_whatIsCutOffAtTheEndContradictsAnEarlierCheckpoint() throws SQLException {
        var seen = logs.find(1).orElseThrow().checkpoint().toString();
        long size = size();
        long shorter = database.number("SELECT MAX(`size`) FROM `log_checkpoint` WHERE `log` = 1 AND `size` < " + size);
        database.withoutAll(
                List.of("access_record", "act_record", "log_leaf"),
                "`log` = 1 AND `leaf_index` >= " + shorter,
                () -> database.without(
                        "log_checkpoint",
                        "`log` = 1 AND `size` > " + shorter,
                        () -> database.change("log_head", "`log` = 1", "size", Long.toString(shorter), () -> {
                            assertInstanceOf(Whole.class, verdict(), "the log alone cannot tell");
                            assertBroken(shorter, Damage.WITNESS_CONTRADICTED, verdict(seen));
                        })));
    }

    @Test
    void l02_aLogOfWhichNothingIsLeftContradictsAnEarlierCheckpoint() throws SQLException {
        var seen = logs.find(1).orElseThrow().checkpoint().toString();
        database.withoutAll(
                List.of("access_record", "act_record", "log_leaf", "log_node", "log_checkpoint"),
                "`log` = 1",
                () -> database.change("log_head", "`log` = 1", "size", "0", () -> {
                    assertInstanceOf(Whole.class, verdict(), "the log alone cannot tell");
                    assertBroken(0, Damage.WITNESS_CONTRADICTED, verdict(seen));
                }));
    }

    @Test
    void l03_exchangedAndRenumberedRecordsAreFound() throws SQLException {
        database.exchange(
                "access_record",
                "leaf_index",
                "`log` = 1 AND ",
                10,
                20,
                () -> assertBroken(10, Damage.RECORD_CHANGED, verdict()));
        database.exchange(
                "log_leaf",
                "leaf_index",
                "`log` = 1 AND ",
                10,
                20,
                () -> assertBroken(10, Damage.RECORD_CHANGED, verdict()));
    }

    /** With the code, and with the key that seals, but not with the one that signs. */
    @Test
    void l04_aRebuiltLogWithoutTheKeyIsNotSigned() throws SQLException {
        var stranger = keys.signer(KeyPurpose.SHOW);
        resigned(
                new Pen(
                        new NoteKey(
                                "x",
                                keys.verifier(stranger.kid(), KeyPurpose.SHOW).orElseThrow()),
                        stranger),
                () -> assertEquals(Damage.CHECKPOINT_UNSIGNED, ((Broken) verdict()).what()));
    }

    /** With every key: the last record's leaf is another, everything above it is computed and signed anew. */
    @Test
    void l05_aRebuiltLogWithTheKeyContradictsAWitness() throws SQLException {
        var seen = logs.find(1).orElseThrow().checkpoint().toString();
        long last = size() - 1;
        var origin = logs.find(1).orElseThrow().origin();
        var signer = keys.signer(KeyPurpose.LOG);
        var pen = new Pen(
                new NoteKey(origin, keys.verifier(signer.kid(), KeyPurpose.LOG).orElseThrow()), signer);
        var leaf = "`log` = 1 AND `leaf_index` = " + last;
        database.withoutAll(
                List.of("access_record", "act_record"),
                leaf,
                () -> database.change(
                        "log_leaf",
                        leaf,
                        "entry",
                        "X'%064x'".formatted(7),
                        () -> resigned(pen, () -> {
                            assertBroken(last, Damage.RECORD_MISSING, verdict());
                            assertTrue(witnesses.read(seen).of(origin).stream()
                                    .noneMatch(w -> w.root().equals(root())));
                        })));
    }

    /** Two nodes show different trees of one log: no proof leads from one to the other. */
    @Test
    void l06_aForkHasNoConsistencyProof() throws SQLException {
        var honest = logs.find(1).orElseThrow().checkpoint().toString();
        database.change(
                "log_leaf", "`log` = 1 AND `leaf_index` = " + (size() - 1), "entry", "X'%064x'".formatted(7), () -> {
                    var fork = new Checkpoint(logs.find(1).orElseThrow().origin(), size(), root());
                    assertTrue(witnesses.read(honest).of(fork.origin()).stream()
                            .noneMatch(w -> w.size() == fork.size() && w.root().equals(fork.root())));
                    assertInstanceOf(Broken.class, verdict(honest));
                });
    }

    /** Clocks go back; the order is that of the leaves, and the evidence stays whole. */
    @Test
    void l08_recordsAreInTheOrderOfTheirLeavesWhateverTheClockSays() {
        var late = AccessRecordOf.use(null, NOW.plusSeconds(100_000));
        var early = AccessRecordOf.use(null, NOW.minusSeconds(100_000));
        log.append(Pending.recorded(late, receipt -> receipt));
        log.append(Pending.recorded(early, receipt -> receipt));
        assertTrue(logs.leafOf(late.id()).orElseThrow().index()
                < logs.leafOf(early.id()).orElseThrow().index());
        assertInstanceOf(Whole.class, verdict());
    }

    @Test
    void whatWasWholeStaysWholeInAPartThatIsCheckedAlone() {
        var head = head();
        assertInstanceOf(Whole.class, check.check(head, 256, head.size(), List.of(), done -> {}));
        assertInstanceOf(Whole.class, check.check(head, 0, 256, List.of(), done -> {}));
    }

    /** A part that begins later believes the stored nodes before it, unless somebody has seen otherwise. */
    @Test
    void l02_aPartIsHeldAgainstWhatWasSeenBeforeIt() {
        var head = head();
        var before = transactions.read(() -> Proofs.root(200, logs.tiles(1)));
        var seen = new Checkpoint(head.origin(), 200, before);
        var other = new Checkpoint(head.origin(), 200, root());
        assertInstanceOf(Whole.class, check.check(head, 256, head.size(), List.of(seen), done -> {}));
        assertBroken(256, Damage.WITNESS_CONTRADICTED, check.check(head, 256, head.size(), List.of(other), done -> {}));
        assertBroken(199, Damage.WITNESS_CONTRADICTED, check.check(head, 0, head.size(), List.of(other), done -> {}));
    }

    @Test
    void l01_aHeadThatIsAheadOrBehindIsFound() throws SQLException {
        long size = size();
        database.change(
                "log_head",
                "`log` = 1",
                "size",
                Long.toString(size + 1),
                () -> assertBroken(size, Damage.LEAF_MISSING, verdict()));
        database.change(
                "log_head",
                "`log` = 1",
                "size",
                Long.toString(size - 1),
                () -> assertBroken(size - 1, Damage.BEYOND_THE_END, verdict()));
        database.change("log_head", "`log` = 1", "size", "0", () -> assertBroken(0, Damage.BEYOND_THE_END, verdict()));
    }

    @Test
    void l01_aChangedNodeAndACheckpointThatLeavesAGapAreFound() throws SQLException {
        database.change(
                "log_node",
                "`log` = 1 AND `level` = 1 AND `node_index` = 0",
                "hash",
                "X'%064x'".formatted(7),
                () -> assertBroken(0, Damage.NODE_CHANGED, verdict()));
        var second = database.number("SELECT MIN(`size`) FROM `log_checkpoint` WHERE `log` = 1 AND `first` > 0");
        database.change(
                "log_checkpoint",
                "`log` = 1 AND `size` = " + second,
                "first",
                "0",
                () -> assertEquals(Damage.CHECKPOINT_CHANGED, ((Broken) verdict()).what()));
    }

    /** The last checkpoint is the one that counts, and its absence is no less than its change. */
    @Test
    void l01_aMissingLastCheckpointIsFound() throws SQLException {
        long size = size();
        database.without(
                "log_checkpoint",
                "`log` = 1 AND `size` = " + size,
                () -> assertEquals(Damage.CHECKPOINT_CHANGED, ((Broken) verdict()).what()));
    }

    /** Uses go on while a check runs, which may not take them for forgeries. */
    @Test
    void aLogThatGrowsWhileItIsCheckedIsWhole() {
        var head = head();
        log.append(Pending.recorded(AccessRecordOf.use(null, NOW), receipt -> receipt));
        assertInstanceOf(Whole.class, check.check(head, 0, head.size(), List.of(), done -> {}));
    }

    /** The latest checkpoint signed by this pen, sealed as it should be. */
    private void resigned(Pen pen, Tampering.Step step) throws SQLException {
        long size = size();
        long first = database.number("SELECT `first` FROM `log_checkpoint` WHERE `log` = 1 AND `size` = " + size);
        var origin = logs.find(1).orElseThrow().origin();
        var note = SignedNote.sign(new Checkpoint(origin, size, root()).text(), List.of(pen));
        var sealed = sealer.seal(
                note.toString().getBytes(StandardCharsets.UTF_8),
                "log_checkpoint 1 " + first + " " + size + " "
                        + database.moment("SELECT `at` FROM `log_checkpoint` WHERE `log` = 1 AND `size` = " + size));
        database.change(
                "log_checkpoint",
                "`log` = 1 AND `size` = " + size,
                "body",
                "X'" + HexFormat.of().formatHex(sealed.toBytes()) + "'",
                step);
    }

    private Sha256 root() {
        return transactions.read(() -> Proofs.root(size(), logs.tiles(1)));
    }

    private long size() {
        return head().size();
    }

    private LogRows.Head head() {
        return check.logs().getFirst();
    }

    private Verdict verdict() {
        var head = head();
        return check.check(head, 0, head.size(), List.of(), done -> {});
    }

    private Verdict verdict(String witness) {
        var head = head();
        return check.check(head, 0, head.size(), witnesses.read(witness).of(head.origin()), done -> {});
    }

    private static void assertBroken(long index, Damage what, Verdict found) {
        var broken = assertInstanceOf(Broken.class, found);
        assertEquals(what + " at " + index, broken.what() + " at " + broken.index());
    }

    /** Every kind of field, one at a time, at random: nothing may go unnoticed, and the index must be right. */
    @Test
    void everyRandomChangeOfAFieldIsFoundAtItsIndex() throws SQLException {
        var mutations = new RandomMutations(database, mutations());
        var missed = new ArrayList<String>();
        mutations.each(size(), (mutation, index) -> {
            var verdict = verdict();
            if (!(verdict instanceof Broken broken) || !mutation.isAt(broken.index())) {
                missed.add(mutation + " -> " + verdict);
            }
        });
        assertEquals(List.of(), missed);
    }
}
