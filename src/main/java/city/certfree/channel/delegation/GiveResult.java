package city.certfree.channel.delegation;

import city.certfree.access.Refusal;

/** What came of the wish to delegate. */
public sealed interface GiveResult {
    /** It is in force from now on. */
    record Given(DelegationView delegation) implements GiveResult {}

    /** The citizen has no such licence, nor has an organisation that he or she represents. */
    record NotHeld() implements GiveResult {}

    /** The item does not take the licence by being shown. */
    record Refused(Refusal refusal) implements GiveResult {}

    /** The agent is the citizen. */
    record ToOneself() implements GiveResult {}

    /** Its end is past, or more than a year away. */
    record EndNotAllowed() implements GiveResult {}

    /** There are as many in force as one citizen may have. */
    record TooMany() implements GiveResult {}
}
