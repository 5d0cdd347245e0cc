package city.certfree.audit.check;

import city.certfree.audit.check.LogRows.Head;
import city.certfree.audit.log.LogKeys;
import city.certfree.audit.note.Checkpoint;
import city.certfree.audit.note.SignedNote;
import city.certfree.kernel.InvalidValue;
import jakarta.inject.Singleton;
import java.util.List;

/** Checkpoints that were seen earlier and kept elsewhere: what a log once signed, it must go on to contain. */
public final class Witness {
    private final List<Checkpoint> seen;

    private Witness(List<Checkpoint> seen) {
        this.seen = List.copyOf(seen);
    }

    /** Those of one log. */
    public List<Checkpoint> of(String origin) {
        return seen.stream().filter(c -> c.origin().equals(origin)).toList();
    }

    /** A verdict for each log that was seen and is no more. */
    public List<Verdict> unknown(List<Head> logs) {
        return seen.stream()
                .filter(c -> logs.stream().noneMatch(head -> head.origin().equals(c.origin())))
                .<Verdict>map(c -> new Verdict.Broken(0, 0, Verdict.Damage.WITNESS_CONTRADICTED, 0))
                .toList();
    }

    /** Reads witness files. */
    @Singleton
    public static final class Reader {
        private final LogKeys keys;

        Reader(LogKeys keys) {
            this.keys = keys;
        }

        /**
         * Reads checkpoints, one after another; their signatures must be ours, or a witness could be made up.
         *
         * @throws InvalidValue if one is not a checkpoint signed by a key of the key ring
         */
        public Witness read(String text) {
            return new Witness(
                    SignedNote.parseAll(text).stream().map(this::open).toList());
        }

        private Checkpoint open(SignedNote note) {
            var origin = note.toString().lines().findFirst().orElse("");
            return Checkpoint.open(note, keys.keys(origin))
                    .orElseThrow(() ->
                            InvalidValue.because("a checkpoint of " + origin + " is not signed by a key of ours"));
        }
    }
}
