package city.certfree.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpSecretTest {
    /** The secret of RFC 6238, appendix B, for SHA-1. */
    private static final TotpSecret SECRET =
            TotpSecret.fromBytes("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59,          287082",
        "1111111109,  081804",
        "1111111111,  050471",
        "1234567890,  005924",
        "2000000000,  279037",
        "20000000000, 353130"
    })
    void makesTheOneTimePasswordsOfTheStandard(long second, String password) {
        assertEquals(password, SECRET.at(Instant.ofEpochSecond(second)));
    }

    /** The base32 of RFC 4648, section 10, written out for these 20 bytes. */
    @Test
    void isReadAndWrittenInBase32() {
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", SECRET.text());
        assertEquals(SECRET, TotpSecret.parse("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        var random = TotpSecret.random();
        assertEquals(random, TotpSecret.parse(random.text()));
        assertNotEquals(random, TotpSecret.random());
    }

    @Test
    void isTakenWithinOneStepAndNotBeyond() {
        var made = Instant.ofEpochSecond(60_000);
        var password = SECRET.at(made);
        for (int second : new int[] {-30, -1, 0, 29, 59}) {
            assertEquals(OptionalLong.of(2000), SECRET.stepOf(password, made.plusSeconds(second)), second + " s");
        }
        for (int second : new int[] {-31, 60}) {
            assertEquals(OptionalLong.empty(), SECRET.stepOf(password, made.plusSeconds(second)), second + " s");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "28708", "2870820", "２８７０８２", "287 82", "-87082"})
    void isNoneThatLooksOtherwise(String password) {
        assertEquals(OptionalLong.empty(), SECRET.stepOf(password, Instant.ofEpochSecond(59)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ",
                "gezdgnbvgy3tqojqgezdgnbvgy3tqojq",
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1"
            })
    void isReadFromNothingElse(String text) {
        assertThrows(InvalidValue.class, () -> TotpSecret.parse(text));
    }

    @Test
    void goesToAnAppByAnAddressAndIntoNoLog() {
        assertEquals(
                "otpauth://totp/certfree:auditor01?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=certfree",
                SECRET.uri("auditor01"));
        assertEquals("TotpSecret", SECRET.toString());
    }
}
