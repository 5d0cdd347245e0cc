package city.certfree.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.OnMariaDb;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class StatementsOnMariaDbTest extends StatementsContract implements OnMariaDb {
    /** Not as a text, which the server would look through as UTF-8. */
    @Test
    void bytesReachTheServerAsBytes() {
        Object bytes = new byte[] {0, 1, (byte) 0xff};
        assertEquals(
                List.of("binary"),
                transactions.read(() -> statements.query("SELECT CHARSET(?)", row -> row.getString(1), bytes)));
    }
}
