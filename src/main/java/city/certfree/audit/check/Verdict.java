package city.certfree.audit.check;

/** What a check found of one log. */
public sealed interface Verdict {
    /** The log's number. */
    int log();

    /** How many leaves were checked. */
    long checked();

    /** Everything is as it was signed. */
    record Whole(int log, String origin, long size, long checked) implements Verdict {}

    /**
     * Something was changed.
     *
     * @param index the first leaf that is affected
     * @param what is wrong there
     */
    record Broken(int log, long index, Damage what, long checked) implements Verdict {}

    /** What can be wrong. */
    enum Damage {
        /** There is no leaf at this index. */
        LEAF_MISSING,
        /** The leaf has no record. */
        RECORD_MISSING,
        /** The record is not what the leaf is a digest of. */
        RECORD_CHANGED,
        /** A hash above the leaf is not that of the leaves below. */
        NODE_CHANGED,
        /** A checkpoint is missing, changed, or speaks of another tree. */
        CHECKPOINT_CHANGED,
        /** The latest checkpoint is not signed by a key of the log. */
        CHECKPOINT_UNSIGNED,
        /** There is something beyond the end of the log. */
        BEYOND_THE_END,
        /** The log's head does not say where the log ends. */
        HEAD_CHANGED,
        /** A checkpoint of an earlier time speaks of another tree, or of a longer one. */
        WITNESS_CONTRADICTED,
        /** The log was there before, and is gone with its head. */
        LOG_MISSING
    }
}
