package city.certfree.crypto.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordsTest {
    private static final Argon2Passwords PASSWORDS = new Argon2Passwords();

    /** From the tests of the reference implementation, phc-winner-argon2: other parameters than ours. */
    @Test
    void checksTheHashOfAnotherImplementationWithItsParameters() {
        var hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertTrue(PASSWORDS.matches("password", hash));
        assertFalse(PASSWORDS.matches("Password", hash));
    }

    /** RFC 9106, section 5.3. */
    @Test
    void restsOnTheArgon2idOfTheStandard() {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] tag = new byte[32];

        generator.generateBytes(filled(32, 1), tag);

        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(tag));
    }

    @Test
    void hashesInThePhcForm() {
        var hash = PASSWORDS.hash("Demo-clerk-01");

        assertTrue(hash.matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[0-9A-Za-z+/]{22}\\$[0-9A-Za-z+/]{43}"), hash);
        assertTrue(PASSWORDS.matches("Demo-clerk-01", hash));
        assertFalse(PASSWORDS.matches("Demo-clerk-02", hash));
        assertNotEquals(hash, PASSWORDS.hash("Demo-clerk-01"));
    }

    @Test
    void takesTheSameCharactersForTheSameHoweverTheyAreComposed() {
        assertTrue(PASSWORDS.matches("pa\u00DFwo\u0308rt-12", PASSWORDS.hash("pa\u00DFw\u00F6rt-12")));
    }

    @Test
    void worksForManyAtOnce() {
        var hash = PASSWORDS.hash("Demo-clerk-01");

        assertTrue(IntStream.range(0, 4)
                .parallel()
                .allMatch(i -> PASSWORDS.matches("Demo-clerk-01", hash) && !PASSWORDS.matches("wrong " + i, hash)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Demo-clerk-01", "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y"})
    void takesNothingElseForAHash(String hash) {
        assertThrows(IllegalStateException.class, () -> PASSWORDS.matches("Demo-clerk-01", hash));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
