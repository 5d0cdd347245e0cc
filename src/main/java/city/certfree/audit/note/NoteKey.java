package city.certfree.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.PublicKeys;
import city.certfree.crypto.SignatureAlgorithm;
import city.certfree.crypto.Verifier;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key under the name by which notes refer to it (C2SP signed-note).
 *
 * @param name of the log, which is the origin of its checkpoints: visible characters, no plus
 */
public record NoteKey(String name, Verifier verifier) {
    private static final int ID_BYTES = 4;
    private static final byte ED25519 = 0x01;

    /** What stands before the public key of an algorithm to which the format has given no byte of its own. */
    private static final byte[] SM2SM3 = "\u00ffcertfree/SM2SM3".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    public NoteKey {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '+' || Character.isSpaceChar(c))) {
            throw InvalidValue.because("a key name has visible characters, and no plus");
        }
    }

    /** The first four bytes of SHA-256 over name, newline, type and public key. */
    byte[] id() {
        var digest = Sha256.of((name + "\n").getBytes(UTF_8), typedKey());
        return Arrays.copyOf(digest.toBytes(), ID_BYTES);
    }

    /** The line by which monitors are told the key: name, id in hexadecimal, type and public key in Base64, joined by +. */
    public String line() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + StandardBase64.encode(typedKey());
    }

    /**
     * Reads a line of an Ed25519 key.
     *
     * @throws InvalidValue if it is not what {@link #line} writes
     */
    public static NoteKey parse(String line, PublicKeys keys) {
        var parts = line.split("\\+", 3);
        if (parts.length == 3) {
            byte[] typed = StandardBase64.decode(parts[2]);
            if (typed.length > 1 && typed[0] == ED25519) {
                var raw = Arrays.copyOfRange(typed, 1, typed.length);
                var key = new NoteKey(parts[0], keys.of(SignatureAlgorithm.EDDSA, raw));
                if (key.line().equals(line)) {
                    return key;
                }
            }
        }
        throw InvalidValue.because("a log's key line is <name>+<id>+<type and key of Ed25519>");
    }

    private byte[] typedKey() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(type(verifier.algorithm()));
        bytes.writeBytes(verifier.publicKeyBytes());
        return bytes.toByteArray();
    }

    private static byte[] type(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.EDDSA ? new byte[] {ED25519} : SM2SM3;
    }
}
