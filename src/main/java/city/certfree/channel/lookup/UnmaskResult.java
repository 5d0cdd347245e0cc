package city.certfree.channel.lookup;

import city.certfree.access.Refusal;
import city.certfree.audit.Receipt;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a request to unmask ended. */
public sealed interface UnmaskResult {
    /** Recorded. */
    record Unmasked(UnmaskAnswer answer, Receipt receipt) implements UnmaskResult {}

    /** Recorded. */
    record Refused(Refusal refusal, Receipt receipt) implements UnmaskResult {}

    /** No look-up of this operator within the time, of whatever reason: told apart by nothing, and not recorded. */
    record NotFound() implements UnmaskResult {}

    /** Bad input, not recorded: the type has no such attribute. */
    record UnknownField(int position) implements UnmaskResult {}

    /**
     * What is unmasked.
     *
     * @param fields those of the named attributes that the item permits, in the type's order
     */
    record UnmaskAnswer(Map<String, String> fields) {
        public UnmaskAnswer {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            return "UnmaskAnswer" + fields.keySet();
        }
    }
}
