package city.certfree.cli.drill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.drill.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short round of F-12, on a server whose one file for all tables may not grow beyond a limit. */
class FullDiskDrillTest {
    /** Uses are refused, the node is not ready, the public is answered, and all is well again when there is room. */
    @Test
    void nothingIsLostOrDoubledWhenThereIsNoRoomForARecord() throws IOException {
        var findings = DrillTown.survives(Fault.DISK_FULL, 1, Duration.ofMillis(700));

        assertTrue(findings.times().containsKey("no room: not ready after"), findings::text);
    }
}
