package city.certfree.channel.lookup;

import city.certfree.access.Refusal;
import city.certfree.audit.Receipt;

/** How a look-up ended. Each ending was recorded. */
public sealed interface LookUpResult {
    Receipt receipt();

    record LookedUp(LookUpAnswer answer, Receipt receipt) implements LookUpResult {}

    record Refused(Refusal refusal, Receipt receipt) implements LookUpResult {}
}
