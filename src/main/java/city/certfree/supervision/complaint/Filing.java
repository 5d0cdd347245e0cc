package city.certfree.supervision.complaint;

import city.certfree.audit.Pending;

/** What becomes of a complaint that somebody wants to file. */
public sealed interface Filing {
    /** It is taken; whoever asked hands it to the log, which keeps it. */
    record Taken(Pending<Complaint> complaint) implements Filing {}

    /** There is no such use, or it is of another's licence: told apart by nothing. */
    record NoSuchUse() implements Filing {}

    /** The registry in force lists no such item. */
    record NoSuchItem() implements Filing {}

    /** The registry in force lists no such office. */
    record NoSuchOffice() implements Filing {}
}
