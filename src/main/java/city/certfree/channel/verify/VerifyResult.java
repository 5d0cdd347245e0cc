package city.certfree.channel.verify;

import city.certfree.access.Refusal;
import city.certfree.audit.Receipt;

/** How a verification ended. */
public sealed interface VerifyResult {
    /** Compared, or not for a reason that the result code tells. Recorded. */
    record Verified(VerifyAnswer answer, Receipt receipt) implements VerifyResult {}

    /** Recorded. */
    record Refused(Refusal refusal, Receipt receipt) implements VerifyResult {}

    /**
     * A claim that cannot be compared at all: bad input, not recorded.
     *
     * @param key the claimed key
     * @param known whether the type has such an attribute
     * @param rule what can be claimed
     */
    record Unclaimable(String key, boolean known, String rule) implements VerifyResult {}
}
