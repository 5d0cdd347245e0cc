package city.certfree.licence.intake;

import city.certfree.licence.Representation;

/** One line of a delivery. */
public sealed interface FeedRow {
    /** The number of the line, from 1. */
    long line();

    record OfLicence(long line, NewLicence licence) implements FeedRow {}

    record OfRepresentation(long line, Representation representation) implements FeedRow {}

    /** A line that says neither. */
    record Unreadable(long line, Flaw flaw) implements FeedRow {}
}
