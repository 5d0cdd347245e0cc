package city.certfree.licence.intake;

/**
 * What is wrong with something delivered.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty: the whole row
 * @param expected what should have stood there, without what stood there: it may be personal
 */
public record Flaw(String pointer, String expected) {}
