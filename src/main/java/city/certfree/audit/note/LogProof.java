package city.certfree.audit.note;

import city.certfree.audit.tree.Hashes;
import city.certfree.audit.tree.ProofCheck;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The proof that something stands in a log (C2SP tlog-proof): it can be checked offline, with nothing but the log's public
 * key. What it says may not be believed before {@link #proves}.
 */
public final class LogProof {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MAX_CHARACTERS = 65_536;

    /** A tree of 2^63 leaves has paths of 63. */
    private static final int MAX_PATH = 63;

    private final byte[] extra;
    private final long index;
    private final List<Sha256> path;
    private final SignedNote checkpoint;

    /**
     * @param extra what the entry is the SHA-256 of; empty: not disclosed
     * @param index of the leaf, from 0
     * @param path from the leaf's sibling up
     */
    public LogProof(byte[] extra, long index, List<Sha256> path, SignedNote checkpoint) {
        this.extra = extra.clone();
        this.index = index;
        this.path = List.copyOf(path);
        this.checkpoint = checkpoint;
    }

    /**
     * Reads a proof.
     *
     * @throws InvalidValue if its form is any other than {@link #toString} writes
     */
    public static LogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (text.length() > MAX_CHARACTERS || end < 0) {
            throw InvalidValue.because("a proof is at most 64 KiB: its lines, a blank one, the checkpoint");
        }
        var lines = new ArrayList<>(Arrays.asList(text.substring(0, end).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST_LINE)) {
            throw InvalidValue.because("a proof begins with " + FIRST_LINE);
        }
        byte[] extra = !lines.isEmpty() && lines.getFirst().startsWith(EXTRA)
                ? StandardBase64.decode(lines.removeFirst().substring(EXTRA.length()))
                : new byte[0];
        return new LogProof(extra, index(lines), path(lines), SignedNote.parse(text.substring(end + 2)));
    }

    private static long index(List<String> lines) {
        var line = lines.isEmpty() ? "" : lines.removeFirst();
        if (!line.matches(INDEX + "(0|[1-9][0-9]{0,17})")) {
            throw InvalidValue.because("a proof names the index of its leaf");
        }
        return Long.parseLong(line.substring(INDEX.length()));
    }

    private static List<Sha256> path(List<String> lines) {
        var path = new ArrayList<Sha256>();
        for (var line : lines) {
            byte[] hash = StandardBase64.decode(line);
            if (hash.length != Sha256.LENGTH_BYTES || path.size() == MAX_PATH) {
                throw InvalidValue.because("a proof's path is at most 63 hashes of 32 bytes");
            }
            path.add(Sha256.fromBytes(hash));
        }
        return path;
    }

    /** The checkpoint that it leads to, if one of these keys signed it and the disclosed data stand in its tree. */
    public Optional<Checkpoint> proves(List<NoteKey> keys) {
        return extra.length == 0 ? Optional.empty() : proves(Sha256.of(extra), keys);
    }

    /** The checkpoint that it leads to, if one of these keys signed it and this entry stands in its tree at the index. */
    public Optional<Checkpoint> proves(Sha256 entry, List<NoteKey> keys) {
        return Checkpoint.open(checkpoint, keys)
                .filter(c -> ProofCheck.included(Hashes.leaf(entry.toBytes()), index, c.size(), path, c.root()));
    }

    /** What the entry is the SHA-256 of; empty when it is not disclosed. */
    public byte[] extra() {
        return extra.clone();
    }

    public long index() {
        return index;
    }

    /** The text that parties keep. */
    @Override
    public String toString() {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        if (extra.length > 0) {
            text.append(EXTRA).append(StandardBase64.encode(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(StandardBase64.encode(hash.toBytes())).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
