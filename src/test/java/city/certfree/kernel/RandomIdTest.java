package city.certfree.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomIdTest {
    @Test
    void writesTheBytesBigEndianInBase64Url() {
        assertEquals("AAAAAAAAAAEAAAAAAAAA_w", new RandomId(1, 255).toString());
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll long high, @ForAll long low) {
        var id = new RandomId(high, low);

        assertEquals(id, RandomId.parse(id.toString()));
        assertEquals(id, RandomId.fromBytes(id.toBytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAAAAAAAAEAAAAAAAAA_",
                "AAAAAAAAAAEAAAAAAAAA_w==",
                "AAAAAAAAAAEAAAAAAAAA/w",
                // The same bytes, with bits that carry nothing.
                "AAAAAAAAAAEAAAAAAAAA_x"
            })
    void refusesEveryOtherForm(String text) {
        assertThrows(InvalidValue.class, () -> RandomId.parse(text));
    }
}
