package city.certfree.licence.intake;

/**
 * One flaw of a row that was not taken in.
 *
 * @param line the number of its line, from 1
 */
public record RejectedRow(long line, Flaw flaw) {}
