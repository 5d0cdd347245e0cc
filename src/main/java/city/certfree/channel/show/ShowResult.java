package city.certfree.channel.show;

import city.certfree.access.Refusal;
import city.certfree.audit.Receipt;

/** How the redeeming of a token or code ended. */
public sealed interface ShowResult {
    /** A verdict on the token or the licence. Recorded. */
    record Judged(ShowAnswer answer, Receipt receipt) implements ShowResult {}

    /** A verdict without a record, since the storage is away. */
    record Unrecorded(ShowAnswer answer) implements ShowResult {}

    /** What concerns the caller or the item; the token is left unused. Recorded. */
    record Refused(Refusal refusal, Receipt receipt) implements ShowResult {}

    /** Too many wrong codes from this caller. Not recorded. */
    record TooManyWrongCodes() implements ShowResult {}
}
