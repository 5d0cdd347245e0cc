package city.certfree.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.fuzz.FuzzTarget;
import city.certfree.kernel.InvalidValue;

/** The digits that a scanner or a clerk enters. */
class ShowCodeFuzz extends FuzzTarget {
    @Override
    protected void take(byte[] input) {
        var text = new String(input, UTF_8);
        try {
            assertEquals(text, new ShowCode(text).digits());
        } catch (InvalidValue expected) {
            // Everything else is refused in this way alone.
        }
    }
}
