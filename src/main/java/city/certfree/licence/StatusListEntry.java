package city.certfree.licence;

/**
 * The place of a licence in a status list (IETF Token Status List), allotted at issue by a keyed permutation, so that
 * neighbours in the list say nothing.
 *
 * @param list 0, 1, 2 …
 * @param index 0 to 2^20 - 1
 */
public record StatusListEntry(long list, int index) {
    /** How many entries a list has. */
    public static final int LIST_ENTRIES = 1 << 20;

    /** A list in which so many of them are taken is closed: four in five, so that those left over hide which are. */
    public static final int PLACES_USED = LIST_ENTRIES / 5 * 4;
}
