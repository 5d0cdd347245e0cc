package city.certfree.cli.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.drill.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Short rounds of F-06, F-09 and F-18. How long anything took is the long drill's to report. */
class LineDrillsTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    @Test
    void nothingIsLostOrDoubledWhenConnectionsBreakAtACommit() throws IOException {
        var findings = DrillTown.survives(Fault.LOST_COMMIT, 30, SHORT);

        assertEquals(
                Set.of("commits cut before", "commits cut meanwhile", "commits cut after"),
                findings.counts().keySet());
    }

    @Test
    void nothingIsLostOrDoubledWhenClientsAskAgainForWhatWasLost() throws IOException {
        var findings = DrillTown.survives(Fault.LOSSY_CLIENT, 3, SHORT);

        assertTrue(findings.counts().getOrDefault("requests and answers lost", 0L) > 0, findings::text);
    }

    @Test
    void nothingIsLostOrDoubledWhenTheWayToTheDatabaseIsCut() throws IOException {
        DrillTown.survives(Fault.PARTITION, 3, SHORT);
    }
}
