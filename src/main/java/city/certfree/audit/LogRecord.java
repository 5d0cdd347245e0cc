package city.certfree.audit;

import city.certfree.kernel.RecordId;
import java.time.Instant;

/** What the evidence log records: a use of a licence, or an administrative act. */
public sealed interface LogRecord permits AccessRecord, ActRecord {
    /** Its public name. */
    RecordId id();

    /** When it was decided, to the microsecond. */
    Instant at();
}
