package city.certfree.channel.show;

import city.certfree.access.Refusal;
import city.certfree.kernel.RandomId;
import city.certfree.token.ShowCode;
import city.certfree.token.SignedToken;
import java.time.Instant;

/** How a citizen's wish to show a licence ended. */
public sealed interface IssueResult {
    /**
     * Ready to be held out.
     *
     * @param digitsOnly whether the QR code holds the digits only, as for types of HIGH sensitivity
     */
    record Issued(RandomId showId, SignedToken token, ShowCode code, Instant expiresAt, boolean digitsOnly)
            implements IssueResult {
        /** What the QR code holds. */
        public String qrText() {
            return digitsOnly ? code.digits() : token.text();
        }
    }

    /** Nobody takes it this way, or not for that item. */
    record Refused(Refusal refusal) implements IssueResult {}

    /** Not one of the citizen's licences. */
    record NotHeld() implements IssueResult {}

    /** Bad input: the type has no such attribute. */
    record UnknownField(int position) implements IssueResult {}
}
