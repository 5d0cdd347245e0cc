package city.certfree.audit.check;

import java.time.Instant;

/** The records that archiving moves. */
public interface ArchivedRows {
    /** Whether this user of the database may delete records: the migration user may, the service's must not. */
    boolean mayBeDeleted();

    /** The oldest records of a log from before a moment, without a gap between them; empty when there are none. */
    Slice oldest(int log, Instant end, int atMost);

    /** Deletes them; false, and nothing is deleted, when they are not all there any more. */
    boolean delete(int log, Slice slice);

    /**
     * Records that lie together, as they go into a file.
     *
     * @param from the first leaf
     * @param to the leaf after the last
     * @param size how many records
     * @param bytes one JSON object a line: the columns by name, binary ones in Base64; sealed is sealed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Slice(long from, long to, int size, byte[] bytes) {
        public boolean isEmpty() {
            return size == 0;
        }
    }
}
