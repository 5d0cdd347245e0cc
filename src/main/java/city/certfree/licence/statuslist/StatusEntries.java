package city.certfree.licence.statuslist;

import city.certfree.licence.LicenceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The entries of the status lists, as the store has them. */
public interface StatusEntries {
    /** How many lists have been begun; their numbers are those below. */
    long lists();

    /** Every entry of a list whose licence does not stand as VALID. */
    Reading notValid(long list);

    /** Every entry of a list whose licence took another status, VALID included, in the time that has just passed. */
    Reading changed(long list, Duration time);

    /**
     * What was read.
     *
     * @param at the database's time, to the second: every change committed before is in it
     */
    record Reading(Instant at, List<Entry> entries) {
        public Reading {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One entry.
     *
     * @param index 0 to 2^20 - 1
     * @param status as its issuer set it
     */
    record Entry(int index, LicenceStatus status) {}
}
