package city.certfree.channel.slip;

import city.certfree.audit.AccessRecord;

/**
 * A slip.
 *
 * @param use what it is of
 * @param number how many there are on paper: of one being printed its own number, 1 for the first
 */
public record Slip(AccessRecord use, int number) {
    /** How often the use had been printed before this one; 0 for the first, and where none is on paper yet. */
    public int reprint() {
        return Math.max(0, number - 1);
    }
}
