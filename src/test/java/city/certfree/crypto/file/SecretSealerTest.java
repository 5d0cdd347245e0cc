package city.certfree.crypto.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.certfree.crypto.KeyTerms;
import city.certfree.crypto.Profile;
import city.certfree.crypto.Sealed;
import city.certfree.crypto.bc.secret.SecretAlgorithm;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SecretSealerTest {
    private static final byte[] PLAIN = "370499199001010015 王小明".getBytes(UTF_8);
    private static final String PLACE = "licence/1";

    private static final Secret OLD = key("old", KeyTerms.State.RETIRED, 1);
    private static final Secret NEW = key("new", KeyTerms.State.ACTIVE, 2);

    private final SecretSealer sealer = new SecretSealer(List.of(OLD, NEW), Profile.INTL);

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
        var before = new SecretSealer(List.of(key("old", KeyTerms.State.ACTIVE, 1)), Profile.INTL).seal(PLAIN, PLACE);

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

    @Test
    void sealsWithSm4InTheOtherProfileAndOpensWhatTheFirstSealed() {
        var both = List.of(NEW, gm());
        var before = new SecretSealer(both, Profile.INTL).seal(PLAIN, PLACE);
        var gm = new SecretSealer(both, Profile.GM);

        var after = gm.seal(PLAIN, PLACE);

        assertEquals("gm", after.keyId());
        assertArrayEquals(PLAIN, gm.open(before, PLACE));
        assertArrayEquals(PLAIN, gm.open(after, PLACE));
        assertThrows(IllegalStateException.class, () -> gm.open(after, "licence/2"));
    }

    @Property(tries = 100)
    void doesNotOpenUnderSm4WithAnyBitFlipped(@ForAll @IntRange(max = 447) int bit) {
        var gm = new SecretSealer(List.of(gm()), Profile.GM);
        byte[] bytes = gm.seal(PLAIN, PLACE).toBytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);

        assertThrows(IllegalStateException.class, () -> gm.open(new Sealed("gm", bytes), PLACE));
    }

    private static Secret gm() {
        return new Secret(Secret.Purpose.SEAL, SecretAlgorithm.SM4GCM, "gm", KeyTerms.State.ACTIVE, new byte[16]);
    }

    private static Secret key(String id, KeyTerms.State state, int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return new Secret(Secret.Purpose.SEAL, SecretAlgorithm.A256GCM, id, state, bytes);
    }
}
