package city.certfree.crypto.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.kernel.InvalidValue;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwkPublicKeySetsTest {
    /** RFC 7515, A.3, without its private member. */
    private static final String KEY =
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                    + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";

    /** Calculated with Python's hashlib over the members in the order of RFC 7638. */
    private static final String THUMBPRINT = "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U";

    private final JwkPublicKeySets sets = new JwkPublicKeySets();

    @Test
    void readsPublicKeysByTheirNameOrElseTheirThumbprint() {
        var named = KEY.replace("{", "{\"kid\":\"ours\",\"use\":\"sig\",\"alg\":\"ES256\",");

        var keys = sets.read("{\"keys\":[" + KEY + "," + named + "]}");

        assertEquals(Set.of(THUMBPRINT, "ours"), keys.keySet());
        assertEquals(THUMBPRINT, Objects.requireNonNull(keys.get("ours")).kid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"keys\":{}}",
                "{\"keys\":[]}",
                "{\"keys\":[1]}",
                "{\"keys\":[{}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AQAB\"}]}"
            })
    void refusesWhatIsNoSetOfSuchKeys(String jwks) {
        assertThrows(InvalidValue.class, () -> sets.read(jwks));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"d\":\"AQAB\"", "\"use\":\"enc\"", "\"alg\":\"ES384\"", "\"kid\":1", "\"kty\":\"EC\""})
    void refusesAKeyWithAMemberThatDoesNotFit(String member) {
        var key = KEY.replace("{", "{" + member + ",");

        var refusal = assertThrows(InvalidValue.class, () -> sets.read("{\"keys\":[" + key + "]}"));

        assertFalse(String.valueOf(refusal.getMessage()).contains("AQAB"));
    }

    @Test
    void refusesAPointOffTheCurve() {
        assertThrows(InvalidValue.class, () -> sets.read("{\"keys\":[" + KEY.replace("x_FE", "x_FF") + "]}"));
    }

    @Test
    void refusesANameTwiceAndTooManyKeys() {
        assertThrows(InvalidValue.class, () -> sets.read("{\"keys\":[" + KEY + "," + KEY + "]}"));
        var many = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            many.append(KEY.replace("{", "{\"kid\":\"" + i + "\",")).append(',');
        }
        assertEquals(
                10,
                sets.read("{\"keys\":[" + many.substring(0, many.length() - 1) + "]}")
                        .size());
        assertThrows(InvalidValue.class, () -> sets.read("{\"keys\":[" + many + KEY + "]}"));
    }
}
