package city.certfree.audit;

import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RecordId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * One administrative act: somebody changed what others may do or will see. It is added, never changed.
 *
 * @param id its public name
 * @param at when it was decided, cut to the microsecond: what is signed is what is kept
 * @param office the office of whoever acted
 * @param actor the account or client that acted
 * @param subject what was changed, such as a licence identifier: 1 to 100 characters, never personal
 * @param details what was said and set, by name; kept sealed; the names are ASCII
 */
public record ActRecord(
        RecordId id,
        Instant at,
        OfficeCode office,
        String actor,
        AuditEvent event,
        String subject,
        Map<String, String> details)
        implements LogRecord {
    public ActRecord {
        at = at.truncatedTo(ChronoUnit.MICROS);
        details = Map.copyOf(new TreeMap<>(details));
    }
}
