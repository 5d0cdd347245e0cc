package city.certfree.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.bc.RawPublicKeys;
import city.certfree.fixture.fuzz.FuzzTarget;
import city.certfree.kernel.InvalidValue;
import java.util.List;

/** Receipts, checkpoints and key lines, from whoever holds one. */
class LogProofFuzz extends FuzzTarget {
    /** The example key of C2SP signed-note's Go implementation, which signed none of the inputs. */
    private static final NoteKey KEY =
            NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", new RawPublicKeys());

    @Override
    protected void take(byte[] input) {
        var text = new String(input, UTF_8);
        try {
            var proof = LogProof.parse(text);
            assertEquals(text, proof.toString());
            assertTrue(proof.proves(List.of(KEY)).isEmpty());
        } catch (InvalidValue expected) {
            // Everything else is refused in this way alone.
        }
        try {
            SignedNote.parseAll(text)
                    .forEach(note -> assertTrue(note.open(List.of(KEY)).isEmpty()));
        } catch (InvalidValue expected) {
            // As above.
        }
        try {
            assertEquals(text, NoteKey.parse(text, new RawPublicKeys()).line());
        } catch (InvalidValue expected) {
            // As above.
        }
    }
}
