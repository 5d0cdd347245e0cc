package city.certfree.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0-9", "0-9A-Z", "0-9A-Za-z._-", "!-~", "a-z", "\t-\r ", "0123456789ABCDEFGHJKLMNPQRTUWXY", ""})
    void hasTheCharactersOfTheRegularExpressionWithTheSameRanges(String ranges) {
        var expression = Pattern.compile(ranges.isEmpty() ? "(?!)" : "[" + ranges + "]");
        var alphabet = Alphabet.of(ranges);

        IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .mapToObj(c -> (char) c)
                .forEach(c -> assertEquals(
                        expression.matcher(Character.toString(c)).matches(), alphabet.has(c), () -> "U+" + (int) c));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "123", "0000"})
    void spellsTextsOfTheLengthsAskedFor(String text) {
        assertTrue(Alphabet.DIGITS.spells(text, 2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345", "12a", "a12", "1２3", "12\n", "1\ud83d\ude00"})
    void doesNotSpellShorterLongerAndOtherTexts(String text) {
        assertFalse(Alphabet.DIGITS.spells(text, 2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "a-é", "z-a"})
    void isOfAsciiInOrder(String ranges) {
        assertThrows(IllegalArgumentException.class, () -> Alphabet.of(ranges));
    }
}
