package city.certfree.crypto.bc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.crypto.Sealed;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SealerTest {
    private static final byte[] PLAIN = "370499199001010015 王小明".getBytes(UTF_8);
    private static final String PLACE = "licence/1";

    private static final Secret OLD = key("old", KeyTerms.State.RETIRED, 1);
    private static final Secret NEW = key("new", KeyTerms.State.ACTIVE, 2);

    private final AesGcmSealer sealer = new AesGcmSealer(List.of(OLD, NEW));

    /** Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation", submitted to NIST. */
    @Test
    void sealsAsThePublishedTestCase() {
        var key = new SecretKeySpec(hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"), "AES");
        var nonce = "cafebabefacedbaddecaf888";

        byte[] sealed = AesGcmSealer.seal(
                key,
                hex(nonce),
                hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"),
                hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));

        var ciphertext = "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662";
        var tag = "76fc6ece0f4e1768cddf8853bb2d551b";
        assertEquals(nonce + ciphertext + tag, HexFormat.of().formatHex(sealed));
    }

    @Test
    void opensWhatItSealed() {
        assertArrayEquals(PLAIN, sealer.open(sealer.seal(PLAIN, PLACE), PLACE));
        assertArrayEquals(new byte[0], sealer.open(sealer.seal(new byte[0], PLACE), PLACE));
    }

    @Test
    void sealsTheSameTwiceInDifferentWays() {
        assertNotEquals(sealer.seal(PLAIN, PLACE), sealer.seal(PLAIN, PLACE));
    }

    @Test
    void sealsUnderTheActiveKeyAndOpensUnderTheOld() {
        var before = new AesGcmSealer(List.of(key("old", KeyTerms.State.ACTIVE, 1))).seal(PLAIN, PLACE);

        assertEquals("old", before.keyId());
        assertEquals("new", sealer.seal(PLAIN, PLACE).keyId());
        assertArrayEquals(PLAIN, sealer.open(before, PLACE));
    }

    @Test
    void doesNotOpenAtAnotherPlace() {
        var sealed = sealer.seal(PLAIN, PLACE);

        assertThrows(IllegalStateException.class, () -> sealer.open(sealed, "licence/2"));
    }

    @Test
    void doesNotOpenUnderAnotherOrAnUnknownKey() {
        byte[] bytes = sealer.seal(PLAIN, PLACE).toBytes();

        assertThrows(IllegalStateException.class, () -> sealer.open(new Sealed("old", bytes), PLACE));
        assertThrows(IllegalStateException.class, () -> sealer.open(new Sealed("none", bytes), PLACE));
    }

    @Property(tries = 200)
    void doesNotOpenWithAnyBitFlipped(@ForAll @IntRange(max = 447) int bit) {
        byte[] bytes = sealer.seal(PLAIN, PLACE).toBytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);

        assertThrows(IllegalStateException.class, () -> sealer.open(new Sealed("new", bytes), PLACE));
    }

    @Property(tries = 56)
    void doesNotOpenWhenCutShort(@ForAll @IntRange(max = 55) int length) {
        byte[] bytes = Arrays.copyOf(sealer.seal(PLAIN, PLACE).toBytes(), length);

        assertThrows(IllegalStateException.class, () -> sealer.open(new Sealed("new", bytes), PLACE));
    }

    private static Secret key(String id, KeyTerms.State state, int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return new Secret(Secret.Purpose.SEAL, id, state, bytes);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
