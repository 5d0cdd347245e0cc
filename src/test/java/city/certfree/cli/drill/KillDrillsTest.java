package city.certfree.cli.drill;

import city.certfree.cli.drill.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Short rounds of F-01, F-02 and F-03; the long ones are run by {@code certfree drill}. */
class KillDrillsTest {
    private static final Duration NO_LENGTH = Duration.ofSeconds(1);

    @Test
    void nothingIsLostOrDoubledWhenTheServiceIsKilled() throws IOException {
        DrillTown.survives(Fault.SERVICE_KILL, 1, NO_LENGTH);
    }

    @Test
    void nothingIsLostOrDoubledWhenTheDatabaseIsKilledAndTheServiceIsNotStartedAnew() throws IOException {
        DrillTown.survives(Fault.DATABASE_KILL, 1, NO_LENGTH);
    }

    @Test
    void nothingIsLostOrDoubledWhenBothAreKilled() throws IOException {
        DrillTown.survives(Fault.BOTH_KILL, 1, NO_LENGTH);
    }
}
