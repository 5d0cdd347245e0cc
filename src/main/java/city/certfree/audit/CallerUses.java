package city.certfree.audit;

import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one account or client has done, in the order of time. */
public interface CallerUses {
    /**
     * Uses, newest first.
     *
     * @param outcomes only those that ended so
     * @param after continue below this record; null: from the newest
     * @param limit at most so many
     */
    List<AccessRecord> of(Span span, Set<Outcome> outcomes, @Nullable RecordId after, int limit);

    /** How many uses ended how; outcomes that no use had are not in it. */
    Map<Outcome, Long> counts(Span span);

    /**
     * Whose uses, and since when.
     *
     * @param caller the account or client
     * @param from the first moment
     */
    record Span(OfficeCode office, String caller, Instant from) {}
}
