package city.certfree.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.kernel.InvalidValue;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowCodeTest {
    /** The check digit by hand: 7+5+0+2+0+4+0+6+0+8+0+1+0+3+0+5+0+7+0 = 48, and 2 more make 50. */
    private static final String GOOD = "77010203040506070802";

    @Test
    void takesACodeWithTheRightCheckDigit() {
        assertEquals(GOOD, new ShowCode(GOOD).digits());
    }

    @Property
    void makesCodesOfItsOwnFormOutsideTheRangesOfPaymentCodes() {
        assertTrue(ShowCode.next().digits().matches("77[0-9]{18}"));
    }

    @Property
    void noticesAnyWrongDigit(@ForAll @IntRange(max = 19) int place, @ForAll @IntRange(min = 1, max = 9) int change) {
        var digits = new StringBuilder(ShowCode.next().digits());
        int wrong = (digits.charAt(place) - '0' + change) % 10;
        digits.setCharAt(place, (char) ('0' + wrong));

        assertThrows(InvalidValue.class, () -> new ShowCode(digits.toString()));
    }

    /** Luhn's sum misses one swap only: 09 for 90. */
    @Property
    void noticesTwoNeighboursSwapped(@ForAll @IntRange(min = 2, max = 18) int place) {
        var digits = new StringBuilder(ShowCode.next().digits());
        char first = digits.charAt(place);
        char second = digits.charAt(place + 1);
        Assume.that(first != second && !(first + second == '0' + '9' && (first == '0' || second == '0')));
        digits.setCharAt(place, second);
        digits.setCharAt(place + 1, first);

        assertThrows(InvalidValue.class, () -> new ShowCode(digits.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7701020304050607080",
                "770102030405060708020",
                "７７０１０２０３０４０５０６０７０８０２",
                "77010203040506070802\n",
                " 77010203040506070802",
                "٧٧010203040506070802",
                "62010203040506070800"
            })
    void takesNothingElse(String digits) {
        assertThrows(InvalidValue.class, () -> new ShowCode(digits));
    }

    @Test
    void keepsItsDigitsOutOfLogs() {
        assertEquals("ShowCode", new ShowCode(GOOD).toString());
        assertNotEquals(ShowCode.next(), ShowCode.next());
    }
}
