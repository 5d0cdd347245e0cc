package city.certfree.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.fuzz.FuzzTarget;

/** Numbers of citizens, organisations and others, under every code type. The first byte chooses the type. */
class HolderCodeFuzz extends FuzzTarget {
    @Override
    protected void take(byte[] input) {
        var types = HolderCodeType.values();
        int first = input.length == 0 ? 0 : Byte.toUnsignedInt(input[0]);
        var type = types[first % types.length];
        var number = new String(input, Math.min(1, input.length), Math.max(0, input.length - 1), UTF_8);
        try {
            var code = new HolderCode(type, number);
            assertEquals(code, new HolderCode(type, code.value()));
        } catch (InvalidValue expected) {
            // Everything else is refused in this way alone.
        }
    }
}
