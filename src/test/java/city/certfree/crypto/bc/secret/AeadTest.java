package city.certfree.crypto.bc.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AeadTest {
    /**
     * Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation", submitted to NIST; and RFC 8998, appendix
     * A.1.
     */
    @ParameterizedTest
    @CsvSource({
        "A256GCM,feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,cafebabefacedbaddecaf888,"
                + "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39,"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b",
        "SM4GCM,0123456789abcdeffedcba9876543210,00001234567800000000abcd,"
                + "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa,"
                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec"
    })
    void sealsAndOpensThePublishedTestCase(
            SecretAlgorithm algorithm, String key, String nonce, String plain, String sealed)
            throws GeneralSecurityException {
        var aead = Aead.of(algorithm, hex(key));
        byte[] associated = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");

        assertEquals(sealed, HexFormat.of().formatHex(aead.seal(hex(nonce), hex(plain), associated)));
        assertArrayEquals(hex(plain), aead.open(hex(nonce), hex(sealed), associated));
    }

    @Test
    void aKeyHasOneUse() {
        assertThrows(IllegalArgumentException.class, () -> Aead.of(SecretAlgorithm.HSM3, new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> Hmac.of(SecretAlgorithm.A256GCM, new byte[32]));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
