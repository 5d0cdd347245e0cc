package city.certfree.access.grant;

/** What came of a step with a grant. */
public sealed interface GrantResult {
    /** Done and recorded. */
    record Done(StandingGrant grant) implements GrantResult {}

    /** There is no such grant that this person may see. */
    record NotFound() implements GrantResult {}

    /** The grant has come too far for this step, or not far enough. */
    record WrongState(GrantState state) implements GrantResult {}

    /** Whoever applied does not review, and neither of those two decides. */
    record AnotherPersonNeeded() implements GrantResult {}
}
