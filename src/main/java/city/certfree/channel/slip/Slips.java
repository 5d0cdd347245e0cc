package city.certfree.channel.slip;

import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import java.time.Instant;
import java.util.OptionalInt;

/** The slips of all uses, by number: 0 stood on the screen, 1 was the first on paper. They are added, never changed. */
public interface Slips {
    /** How many are on paper. */
    int printed(RecordId use);

    /** Whether the answer stood on the screen of whoever asked. */
    boolean isShown(RecordId use);

    /** The number of the slip that a form with this key has asked for before; empty when none has. */
    OptionalInt numbered(RecordId use, RandomId key);

    /** Adds a slip; false when there is one of this number, or of this key. */
    boolean add(RecordId use, int number, RandomId key, Instant at);
}
