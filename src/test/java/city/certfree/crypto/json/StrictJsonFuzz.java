package city.certfree.crypto.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.fuzz.FuzzTarget;
import city.certfree.kernel.InvalidValue;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** JSON that leaves no room for two readings: another reader finds the same names in what is taken. */
class StrictJsonFuzz extends FuzzTarget {
    private static final JsonMapper OTHER = JsonMapper.shared();

    @Override
    protected void take(byte[] input) {
        try {
            var object = StrictJson.object(input);
            var other = OTHER.readTree(input);
            assertEquals(object.keySet(), Set.copyOf(other.propertyNames()));
        } catch (InvalidValue expected) {
            // Everything else is refused in this way alone.
        }
    }
}
