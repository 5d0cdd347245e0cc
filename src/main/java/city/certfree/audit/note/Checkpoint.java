package city.certfree.audit.note;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * What a log commits to (C2SP tlog-checkpoint): which tree it had at some size. This log writes no extension lines, and reads
 * none.
 *
 * @param origin the log's name
 * @param size leaves, from 0
 * @param root the tree's root at that size
 */
public record Checkpoint(String origin, long size, Sha256 root) {
    /** The text that is signed: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + StandardBase64.encode(root.toBytes()) + "\n";
    }

    /** What a note says, if one of these keys signed it and it is a checkpoint of the log that the key is named after. */
    public static Optional<Checkpoint> open(SignedNote note, List<NoteKey> keys) {
        return note.open(keys).flatMap(Checkpoint::parse).filter(checkpoint -> keys.stream()
                .anyMatch(key -> key.name().equals(checkpoint.origin)));
    }

    private static Optional<Checkpoint> parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            byte[] root = StandardBase64.decode(lines[2]);
            return root.length == Sha256.LENGTH_BYTES
                    ? Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), Sha256.fromBytes(root)))
                    : Optional.empty();
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
