package city.certfree.licence;

/**
 * The place of a licence in a status list (IETF Token Status List), allotted at issue by a keyed permutation, so that
 * neighbours in the list say nothing.
 *
 * @param list 0, 1, 2 …
 * @param index 0 to 2^20 - 1
 */
public record StatusListEntry(long list, int index) {}
