package city.certfree.audit;

import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One use of one licence, or the refusal of it: who asked, whose, what, why and how it ended. It is added, never changed.
 *
 * @param id its public name
 * @param at when the answer was decided, cut to the microsecond: what is signed is what is kept
 * @param caller the account or client that asked
 * @param operator the caller's own id for its clerk; null when the caller named none
 * @param type the licence type; null when it never became known, as with a forged token
 * @param holder whose licence; null when it never became known
 * @param licences the licences that the answer spoke of; empty for refusals and when there was none
 * @param answerDigest SHA-256 of the answer in canonical form (RFC 8785), without {@code recordId} and {@code receipt}
 */
public record AccessRecord(
        RecordId id,
        Instant at,
        OfficeCode office,
        String caller,
        @Nullable String operator,
        LegalBasis basis,
        Channel channel,
        ItemCode item,
        CaseNumber caseNumber,
        Purpose purpose,
        @Nullable LicenceTypeCode type,
        @Nullable HolderCode holder,
        List<LicenceIdentifier> licences,
        Outcome outcome,
        Sha256 answerDigest)
        implements LogRecord {
    public AccessRecord {
        at = at.truncatedTo(ChronoUnit.MICROS);
        licences = List.copyOf(licences);
    }
}
