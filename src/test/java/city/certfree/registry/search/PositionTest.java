package city.certfree.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    /** A quarter of a great circle is π/2 times 6,371,008.8 m; a degree of latitude a 90th of that. */
    @ParameterizedTest
    @CsvSource({
        "'0,0', '0,0', 0",
        "'0,0', '0,90', 10007557",
        "'0,0', '90,0', 10007557",
        "'34,117', '35,117', 111195",
        "'0,179.5', '0,-179.5', 111195",
        "'90,0', '-90,0', 20015114"
    })
    void measuresAlongTheGreatCircle(String from, String to, long metres) {
        assertEquals(metres, Position.parse(from).metresTo(Position.parse(to)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "34",
                "34,",
                "34;117",
                "34,117,0",
                " 34,117",
                "3e1,117",
                "90.1,0",
                "0,-180.1",
                "NaN,0",
                "３４,117"
            })
    void refusesWhatIsNoPosition(String text) {
        assertThrows(InvalidValue.class, () -> Position.parse(text));
    }
}
