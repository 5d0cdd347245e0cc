package city.certfree.crypto;

import org.jspecify.annotations.Nullable;

/** A table of which something is sealed, or found by a keyed index, and can be brought under other keys. */
public interface SealedTable {
    /** Its name, and what of it, for whoever watches. */
    String name();

    /** How many rows have something under another key than the one in use. */
    long outdated();

    /**
     * Brings the next rows under the keys in use. Each row says under which keys it is, so that doing it again does nothing:
     * whatever interrupts it, it is simply begun again.
     *
     * @param after the {@link Batch#last} of the batch before; empty text at the beginning
     * @param limit how many rows at most
     */
    Batch reseal(String after, int limit);

    /**
     * What became of some rows.
     *
     * @param changed how many were brought under the keys in use
     * @param last where to go on; null at the end of the table
     */
    record Batch(int changed, @Nullable String last) {}
}
