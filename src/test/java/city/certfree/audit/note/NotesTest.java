package city.certfree.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.bc.RawPublicKeys;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes, checkpoints and proofs, against the published example and against the formats written out by hand. */
class NotesTest {
    /** The example of the format's implementation in Go (golang.org/x/mod/sumdb/note). */
    private static final String PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PUBLISHED_TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    private static final String PUBLISHED = PUBLISHED_TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static final String LOG = "certfree.example/log/1";
    private static final KeyPair PAIR = pair();
    private static final NoteKey KEY = NoteKey.parse(line(LOG), new RawPublicKeys());
    private static final byte[] EXTRA = "a nonce and a record".getBytes(UTF_8);

    /** The only leaf of its tree is its root (RFC 9162, section 2.1.1). */
    private static final Sha256 ROOT = Sha256.of(new byte[1], Sha256.of(EXTRA).toBytes());

    private static final String ONE_LEAF = LOG + "\n1\n" + base64(ROOT.toBytes()) + "\n";

    @Test
    void opensThePublishedNote() {
        var keys = List.of(NoteKey.parse(PUBLISHED_KEY, new RawPublicKeys()));
        assertEquals(Optional.of(PUBLISHED_TEXT), SignedNote.parse(PUBLISHED).open(keys));
        assertEquals(Optional.empty(), SignedNote.parse(PUBLISHED).open(List.of(KEY)));
        var changed = PUBLISHED.replace("answer", "answar");
        assertEquals(Optional.empty(), SignedNote.parse(changed).open(keys));
    }

    /** Signatures of others are ignored; one of ours that is wrong spoils the note. */
    @Test
    void ignoresWhoIsNotKnownAndBelievesNothingBesideALie() {
        var stranger = "\u2014 stranger " + base64(new byte[68]) + "\n";
        var lie = "\u2014 " + LOG + " " + base64(concat(id(LOG), new byte[64])) + "\n";
        assertEquals(
                Optional.of(ONE_LEAF),
                SignedNote.parse(signed(ONE_LEAF) + stranger).open(List.of(KEY)));
        assertEquals(Optional.empty(), SignedNote.parse(signed(ONE_LEAF) + lie).open(List.of(KEY)));
        var renamed = signed(ONE_LEAF).replace("\u2014 " + LOG, "\u2014 other");
        assertEquals(Optional.empty(), SignedNote.parse(renamed).open(List.of(KEY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "no signature\n",
                "no signature\n\n",
                "a tab\t\n\n\u2014 a AAAAAAA=\n",
                "no newline at the end\n\n\u2014 a AAAAAAA=",
                "no dash\n\n- a AAAAAAA=\n",
                "no name\n\n\u2014  AAAAAAA=\n",
                "no signature after the name\n\n\u2014 a\n",
                "too much\n\n\u2014 a AAAAAAA= AAAAAAA=\n",
                "only a key id\n\n\u2014 a AAAAAA==\n",
                "no padding\n\n\u2014 a AAAAAAA\n",
                "stray bits\n\n\u2014 a AAAAAAB=\n",
                "base64url\n\n\u2014 a AAAA_-A=\n"
            })
    void refusesWhatIsNoNote(String text) {
        assertThrows(InvalidValue.class, () -> SignedNote.parse(text));
    }

    @Test
    void refusesMoreThanThirtyTwoSignaturesAndMoreThan64KiB() {
        var signature = "\u2014 a AAAAAAA=\n";
        assertEquals(
                "x\n\n" + signature.repeat(32),
                SignedNote.parse("x\n\n" + signature.repeat(32)).toString());
        assertThrows(InvalidValue.class, () -> SignedNote.parse("x\n\n" + signature.repeat(33)));
        var oversized = "x".repeat(65_536) + "\n\n" + signature;
        assertThrows(InvalidValue.class, () -> SignedNote.parse(oversized));
    }

    @Test
    void readsNotesOneAfterAnother() {
        var notes = SignedNote.parseAll("\n" + signed(ONE_LEAF) + "\n" + PUBLISHED);
        assertEquals(
                List.of(signed(ONE_LEAF), PUBLISHED),
                notes.stream().map(SignedNote::toString).toList());
        assertEquals(List.of(), SignedNote.parseAll("\n\n"));
        assertThrows(InvalidValue.class, () -> SignedNote.parseAll(PUBLISHED + "left over\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AQ==",
                "PeterNeumann+c74f20a3+",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T=",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter\u3000Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void refusesWhatIsNoKeyLine(String line) {
        assertThrows(InvalidValue.class, () -> NoteKey.parse(line, new RawPublicKeys()));
    }

    @Test
    void noKeyHasAPlusInItsName() {
        assertThrows(InvalidValue.class, () -> new NoteKey("a+b", KEY.verifier()));
    }

    @Test
    void opensACheckpointOfItsOwnLogOnly() {
        assertEquals(Optional.of(new Checkpoint(LOG, 1, ROOT)), checkpoint(ONE_LEAF));
        assertEquals(Optional.empty(), checkpoint(ONE_LEAF.replace(LOG, "another/log/1")));
        var root = base64(ROOT.toBytes());
        for (var text : List.of(
                LOG + "\n1\n",
                LOG + "\n1\n" + root + "\nextension\n",
                "\n1\n" + root + "\n",
                LOG + "\n01\n" + root + "\n",
                LOG + "\n-1\n" + root + "\n",
                LOG + "\n1234567890123456789\n" + root + "\n",
                LOG + "\n1\n" + root.replace("=", "") + "\n",
                LOG + "\n1\n" + base64(new byte[31]) + "\n")) {
            assertEquals(Optional.empty(), checkpoint(text), text);
        }
    }

    @Test
    void provesTheOnlyLeafOfATree() {
        var proof = LogProof.parse(proof("index 0\n"));
        assertEquals(Optional.of(new Checkpoint(LOG, 1, ROOT)), proof.proves(List.of(KEY)));
        assertArrayEquals(EXTRA, proof.extra());
        assertEquals(0, proof.index());
        assertEquals(proof("index 0\n"), proof.toString());
        assertEquals(Optional.empty(), LogProof.parse(proof("index 1\n")).proves(List.of(KEY)));
        var sibling = base64(ROOT.toBytes()) + "\n";
        assertEquals(
                Optional.empty(), LogProof.parse(proof("index 0\n" + sibling)).proves(List.of(KEY)));
    }

    /** What is not disclosed has to be known from elsewhere. */
    @Test
    void provesAnEntryThatIsKnownFromElsewhere() {
        var proof = LogProof.parse("c2sp.org/tlog-proof@v1\nindex 0\n\n" + signed(ONE_LEAF));
        assertEquals(Optional.empty(), proof.proves(List.of(KEY)));
        assertTrue(proof.proves(Sha256.of(EXTRA), List.of(KEY)).isPresent());
        assertTrue(proof.proves(Sha256.of(new byte[1]), List.of(KEY)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2sp.org/tlog-proof@v1",
                "c2sp.org/tlog-proof@v2\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\nextra AAAA\n\n",
                "c2sp.org/tlog-proof@v1\nextra AAA\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\n",
                "c2sp.org/tlog-proof@v1\nindex -1\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n"
            })
    void refusesWhatIsNoProof(String head) {
        assertThrows(InvalidValue.class, () -> LogProof.parse(head + signed(ONE_LEAF)));
    }

    @Test
    void refusesAPathThatNoTreeHas() {
        var hash = base64(new byte[32]) + "\n";
        assertEquals(0, LogProof.parse(proof("index 0\n" + hash.repeat(63))).index());
        assertThrows(InvalidValue.class, () -> LogProof.parse(proof("index 0\n" + hash.repeat(64))));
        assertThrows(InvalidValue.class, () -> LogProof.parse(proof("index 0\n" + hash.repeat(2_000))));
    }

    private static String proof(String rest) {
        return "c2sp.org/tlog-proof@v1\nextra " + base64(EXTRA) + "\n" + rest + "\n" + signed(ONE_LEAF);
    }

    private static Optional<Checkpoint> checkpoint(String text) {
        return Checkpoint.open(SignedNote.parse(signed(text)), List.of(KEY));
    }

    /** C2SP signed-note, written out. */
    private static String signed(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(PAIR.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "\n\u2014 " + LOG + " " + base64(concat(id(LOG), signature.sign())) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] id(String name) {
        return Arrays.copyOf(
                Sha256.of((name + "\n").getBytes(UTF_8), typedKey()).toBytes(), 4);
    }

    private static String line(String name) {
        return name + "+" + HexFormat.of().formatHex(id(name)) + "+" + base64(typedKey());
    }

    /** The last 32 bytes of the key's SubjectPublicKeyInfo are the key (RFC 8410). */
    private static byte[] typedKey() {
        byte[] encoded = PAIR.getPublic().getEncoded();
        return concat(new byte[] {1}, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
