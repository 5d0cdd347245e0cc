package city.certfree.audit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import city.certfree.audit.AccessLog;
import city.certfree.audit.Pending;
import city.certfree.audit.check.LogRows.Head;
import city.certfree.audit.check.Verdict.Broken;
import city.certfree.audit.check.Verdict.Damage;
import city.certfree.audit.check.Verdict.Whole;
import city.certfree.fixture.AccessRecordOf;
import city.certfree.fixture.MariaDbServer;
import city.certfree.fixture.Tampering;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A log so long that its tree has a second level of tiles above the leaves, and that it is read in several pages. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TallLogTest implements TestPropertyProvider {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    /** 256 full tiles, which make one of the second level, and one more. */
    private static final int CALLERS = 257;

    private static final int EACH = 256;

    private final MariaDbServer server = MariaDbServer.own();

    @Inject
    AccessLog log;

    @Inject
    CheckLog check;

    @Override
    public Map<String, String> getProperties() {
        return server.properties();
    }

    @BeforeAll
    void write() throws Exception {
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var work = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> Executors.callable(this::writeEach))
                    .toList();
            for (var done : callers.invokeAll(work)) {
                done.get();
            }
        }
    }

    private void writeEach() {
        for (int i = 0; i < EACH; i++) {
            var use = AccessRecordOf.use(AccessRecordOf.holder(i), NOW.plusSeconds(i));
            log.append(Pending.recorded(use, receipt -> receipt));
        }
    }

    @Test
    void isWholeFromTheStartAndFromTheMiddle() {
        var head = head();
        assertEquals(CALLERS * EACH, head.size());
        assertInstanceOf(Whole.class, verdict(head, 0));
        assertInstanceOf(Whole.class, verdict(head, 8_192));
        assertInstanceOf(Whole.class, verdict(head, 65_536));
    }

    /** The pages are smaller then: an index is that of their beginning. */
    @Test
    void l01_besideOtherWorkTheSameIsFound() throws SQLException {
        assertInstanceOf(Whole.class, besideOtherWork());
        var database = new Tampering(server.asRoot());
        database.change("access_record", "`log` = 1 AND `leaf_index` = 65000", "caller", "'clerk09'", () -> {
            var broken = assertInstanceOf(Broken.class, besideOtherWork());
            assertEquals(Damage.RECORD_CHANGED, broken.what());
            assertEquals(65_000, broken.index());
        });
        database.without("log_node", "`log` = 1 AND `level` = 2 AND `node_index` = 0", () -> {
            var broken = assertInstanceOf(Broken.class, besideOtherWork());
            assertEquals(Damage.NODE_CHANGED, broken.what());
            assertEquals(65_536 - 512, broken.index());
        });
    }

    @Test
    void l01_aChangedNodeOfTheSecondLevelIsFound() throws SQLException {
        new Tampering(server.asRoot())
                .change(
                        "log_node",
                        "`log` = 1 AND `level` = 2 AND `node_index` = 0",
                        "hash",
                        "REPEAT(X'00', 32)",
                        () -> assertNodeChanged(65_536 - 8_192));
    }

    @Test
    void l01_aMissingNodeOfTheSecondLevelIsFound() throws SQLException {
        new Tampering(server.asRoot())
                .without(
                        "log_node",
                        "`log` = 1 AND `level` = 2 AND `node_index` = 0",
                        () -> assertNodeChanged(65_536 - 8_192));
    }

    /** At the page whose leaves complete the node. */
    private void assertNodeChanged(long index) {
        var broken = assertInstanceOf(Broken.class, verdict(head(), 0));
        assertEquals(Damage.NODE_CHANGED, broken.what());
        assertEquals(index, broken.index());
    }

    private Head head() {
        return check.logs().getFirst();
    }

    private Verdict besideOtherWork() {
        var head = head();
        return check.check(head, 32_768, head.size(), List.of(), Pace.BESIDE_OTHER_WORK, done -> {});
    }

    private Verdict verdict(Head head, long from) {
        return check.check(head, from, head.size(), List.of(), done -> {});
    }
}
