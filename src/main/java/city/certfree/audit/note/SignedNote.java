package city.certfree.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.Signer;
import city.certfree.kernel.InvalidValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text with signature lines (C2SP signed-note) whose form is right. Nothing of what it says may be believed before
 * {@link #open}.
 */
public final class SignedNote {
    private static final String BLANK_LINE = "\n\n";
    private static final String DASH = "\u2014 ";
    private static final int MAX_CHARACTERS = 65_536;
    private static final int MAX_SIGNATURES = 32;
    private static final int KEY_ID_BYTES = 4;

    private final String whole;
    private final String text;
    private final List<Line> lines;

    private SignedNote(String whole, String text, List<Line> lines) {
        this.whole = whole;
        this.text = text;
        this.lines = List.copyOf(lines);
    }

    /**
     * Signs a text with each key, in this order.
     *
     * @param text ends with a newline
     */
    public static SignedNote sign(String text, List<Pen> pens) {
        byte[] signed = text.getBytes(UTF_8);
        var lines = pens.stream()
                .map(pen ->
                        new Line(pen.key().name(), pen.key().id(), pen.signer().sign(signed)))
                .toList();
        var whole = new StringBuilder(text).append('\n');
        lines.forEach(line -> whole.append(line.text()));
        return new SignedNote(whole.toString(), text, lines);
    }

    /**
     * Reads a note.
     *
     * @throws InvalidValue if its form is any other
     */
    public static SignedNote parse(String whole) {
        int blank = whole.lastIndexOf(BLANK_LINE);
        boolean hasControl = whole.chars().anyMatch(c -> c < ' ' && c != '\n');
        if (whole.length() > MAX_CHARACTERS || hasControl || blank < 1 || !whole.endsWith("\n")) {
            throw InvalidValue.because("a signed note is text, a blank line and signature lines");
        }
        var lines = whole.substring(blank + BLANK_LINE.length())
                .lines()
                .map(Line::parse)
                .toList();
        if (lines.isEmpty() || lines.size() > MAX_SIGNATURES) {
            throw InvalidValue.because("a signed note has 1 to 32 signatures");
        }
        return new SignedNote(whole, whole.substring(0, blank + 1), lines);
    }

    /**
     * The text, if one of these keys signed it. Signatures of other keys are ignored; a wrong signature of one of these keys
     * spoils the note, whatever the others say.
     */
    public Optional<String> open(List<NoteKey> keys) {
        byte[] signed = text.getBytes(UTF_8);
        boolean known = false;
        for (var line : lines) {
            for (var key : keys) {
                if (line.isOf(key)) {
                    if (!key.verifier().verifies(signed, line.signature)) {
                        return Optional.empty();
                    }
                    known = true;
                }
            }
        }
        return known ? Optional.of(text) : Optional.empty();
    }

    /** The whole note, as it was signed or read. */
    @Override
    public String toString() {
        return whole;
    }

    /** What signs, and how its readers know it. */
    public record Pen(NoteKey key, Signer signer) {}

    /** A signature line. */
    private static final class Line {
        private final String name;
        private final byte[] keyId;
        private final byte[] signature;

        Line(String name, byte[] keyId, byte[] signature) {
            this.name = name;
            this.keyId = keyId;
            this.signature = signature;
        }

        static Line parse(String line) {
            var parts = line.startsWith(DASH)
                    ? List.of(line.substring(DASH.length()).split(" ", -1))
                    : List.<String>of();
            if (parts.size() != 2 || parts.getFirst().isEmpty()) {
                throw InvalidValue.because("a signature line is a dash, a key name and Base64");
            }
            byte[] bytes = StandardBase64.decode(parts.getLast());
            if (bytes.length <= KEY_ID_BYTES) {
                throw InvalidValue.because("a signature line has a key id and a signature");
            }
            return new Line(
                    parts.getFirst(),
                    Arrays.copyOf(bytes, KEY_ID_BYTES),
                    Arrays.copyOfRange(bytes, KEY_ID_BYTES, bytes.length));
        }

        boolean isOf(NoteKey key) {
            return key.name().equals(name) && Arrays.equals(key.id(), keyId);
        }

        String text() {
            var bytes = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                    .put(keyId)
                    .put(signature)
                    .array();
            return DASH + name + " " + StandardBase64.encode(bytes) + "\n";
        }
    }

    /** The notes of a text that holds any number of them, one after another. */
    public static List<SignedNote> parseAll(String text) {
        var notes = new ArrayList<SignedNote>();
        var note = new StringBuilder();
        boolean signatures = false;
        for (var line : text.lines().toList()) {
            boolean isSignature = line.startsWith(DASH);
            if (signatures && !isSignature) {
                notes.add(parse(note.toString()));
                note.setLength(0);
            }
            signatures = isSignature;
            if (!note.isEmpty() || !line.isEmpty()) {
                note.append(line).append('\n');
            }
        }
        if (!note.isEmpty()) {
            notes.add(parse(note.toString()));
        }
        return notes;
    }
}
