package city.certfree.channel;

import city.certfree.access.Refusal;
import city.certfree.access.alarm.WatchUses;
import city.certfree.audit.AccessLog;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.CanonicalJson;
import city.certfree.audit.Outcome;
import city.certfree.audit.Receipt;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RecordId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Writes the one access record of each use, in the transaction of the use: what is not recorded is not answered. */
@Singleton
public final class Recorder {
    private final AccessLog log;
    private final WatchUses watch;
    private final Clock clock;

    Recorder(AccessLog log, WatchUses watch, Clock clock) {
        this.log = log;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Records an answer.
     *
     * @param licences those the answer speaks of
     * @param answer what is answered, without record id and receipt: records, maps, lists and text
     */
    public Receipt record(Use use, Outcome outcome, List<LicenceIdentifier> licences, Object answer) {
        var occasion = use.occasion();
        var requester = occasion.requester();
        var record = new AccessRecord(
                RecordId.next(),
                clock.instant(),
                requester.office(),
                requester.caller(),
                requester.operator(),
                use.basis(),
                use.channel(),
                occasion.item(),
                occasion.caseNumber(),
                occasion.purpose(),
                use.type(),
                use.holder(),
                licences,
                outcome,
                CanonicalJson.digest(answer));
        var receipt = log.append(record);
        watch.saw(record);
        return receipt;
    }

    /** Records a refusal, whose answer is its code alone. */
    public Receipt record(Use use, Refusal refusal) {
        return record(
                use, refusal.outcome(), List.of(), new Refused(refusal.outcome().code()));
    }

    /** The answer that a refusal is. */
    public record Refused(String code) {}
}
