package city.certfree.supervision.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.kernel.InvalidValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintNumberTest {
    private static final Instant LATE = Instant.parse("2026-11-25T16:00:00Z");

    @Test
    void beginsWithTheDayInTheCity() {
        assertTrue(ComplaintNumber.next(LATE).value().startsWith("261126-"));
        assertTrue(ComplaintNumber.next(LATE.minusNanos(1)).value().startsWith("261125-"));
    }

    @Test
    void isReadAgainAsItIsWritten() {
        for (int i = 0; i < 1_000; i++) {
            var number = ComplaintNumber.next(LATE);
            assertEquals(number, new ComplaintNumber(number.value()));
        }
        assertNotEquals(ComplaintNumber.next(LATE), ComplaintNumber.next(LATE));
    }

    @Test
    void catchesEveryWrongDigit() {
        var number = ComplaintNumber.next(LATE).value();
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var other = number.substring(0, i) + digit + number.substring(i + 1);
                if (!other.equals(number)) {
                    assertThrows(InvalidValue.class, () -> new ComplaintNumber(other), other);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "261126", "261126-4820-391", "26112648203918", "261126-4820-391X", "２61126-4820-3918"})
    void hasNoOtherForm(String text) {
        assertThrows(InvalidValue.class, () -> new ComplaintNumber(text));
    }
}
