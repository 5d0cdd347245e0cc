package city.certfree.web.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationsTest {
    private final Translations translations = new Translations();

    @ParameterizedTest
    @EnumSource
    void explainsEveryProblemInTwoLanguages(ProblemCode code) {
        for (var part : new String[] {"cause", "fix", "cause.en", "fix.en"}) {
            assertFalse(translations.page(code, part).isEmpty(), part);
        }
        assertNotEquals(code.title(Locale.ENGLISH), code.title(Locale.SIMPLIFIED_CHINESE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the purpose is missing",
                "the case number has at most 64 characters",
                "a licence type code has 18 characters of 0-9 A-Z and 3 digits (GB/T 36904)",
                "a licence identifier has the form 1.2.156.3005.2.type.issuer.serial.version.check",
                "these are digits: send them as code",
                "the check character of the citizen number is wrong"
            })
    void saysTheRulesOfFieldsInChinese(String rule) {
        var chinese = translations.of(rule, Locale.SIMPLIFIED_CHINESE);
        assertNotEquals(rule, chinese);
        assertEquals(rule, translations.of(rule, Locale.ENGLISH));
    }

    @Test
    void leavesWhatHasNoChineseAsItIs() {
        assertEquals("no such rule", translations.of("no such rule", Locale.SIMPLIFIED_CHINESE));
    }
}
