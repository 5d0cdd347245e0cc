package city.certfree.audit.check;

import city.certfree.audit.note.SignedNote;
import city.certfree.audit.tree.Tiles;
import city.certfree.kernel.Sha256;
import java.util.List;
import java.util.Optional;

/** What the check reads. Nothing of it is believed: what cannot be read is said to be so, and no fault. */
public interface LogRows {
    /** The logs, by number. */
    List<Head> heads();

    /** The leaves from one index up to another with what their records come to, in their order. */
    List<Leaf> leaves(int log, long from, long to);

    /** The checkpoints of sizes above one and up to another, in their order. */
    List<StoredCheckpoint> checkpoints(int log, long above, long upTo);

    /** The hashes of a level of tiles (1 and up) from one index up to another, in their order. */
    List<Node> nodes(int log, int level, long from, long to);

    /**
     * The first index at which there is a leaf, a record, a node over it or a checkpoint although the head of that same moment
     * ends before it; empty: none. A log goes on growing while it is checked, so an earlier head would not do.
     */
    Optional<Long> firstBeyondEnd(int log);

    /** The log's tree as it is stored. */
    Tiles tiles(int log);

    /** A log as its head says. */
    record Head(int log, String origin, long size) {}

    /**
     * A leaf.
     *
     * @param entry as it is stored
     * @param state what its record comes to
     */
    record Leaf(long index, Sha256 entry, State state) {}

    /** What a leaf's record comes to. */
    enum State {
        /** Its nonce and canonical form have the entry as their digest. */
        GENUINE,
        /** It was changed, or is another's. */
        CHANGED,
        /** It is gone, and no archive has it. */
        MISSING,
        /** It is gone into an archive, as an act in a log says. */
        ARCHIVED
    }

    /**
     * A checkpoint.
     *
     * @param note empty: it was changed
     */
    record StoredCheckpoint(long size, long first, Optional<SignedNote> note) {}

    /** A hash above leaves. */
    record Node(long index, Sha256 hash) {}
}
