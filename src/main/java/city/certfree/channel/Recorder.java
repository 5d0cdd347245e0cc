package city.certfree.channel;

import city.certfree.access.Refusal;
import city.certfree.access.alarm.WatchUses;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.CanonicalJson;
import city.certfree.audit.Draft;
import city.certfree.audit.Outcome;
import city.certfree.audit.Pending;
import city.certfree.audit.Receipt;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RecordId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Makes the one access record of each use, without which there is no answer: the log gives that once the record is durable. */
@Singleton
public final class Recorder {
    private final WatchUses watch;
    private final Clock clock;

    Recorder(WatchUses watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * An answer that depends on nothing more.
     *
     * @param licences those the answer speaks of
     * @param answer what is answered, without record id and receipt: records, maps, lists and text
     * @param result what the receipt completes
     */
    public <T> Pending<T> record(
            Use use, Outcome outcome, List<LicenceIdentifier> licences, Object answer, Function<Receipt, T> result) {
        return Pending.of(draft(use, outcome, licences, answer, result));
    }

    /** A refusal, whose answer is its code alone. */
    public <T> Pending<T> refuse(Use use, Refusal refusal, Function<Receipt, T> result) {
        return Pending.of(refusal(use, refusal, result));
    }

    /** As {@link #record}, for an act that depends on a statement. */
    public <T> Draft<T> draft(
            Use use, Outcome outcome, List<LicenceIdentifier> licences, Object answer, Function<Receipt, T> result) {
        var record = accessRecord(use, outcome, licences, answer);
        return new Draft.Recorded<>(record, receipt -> {
            watch.saw(record);
            return result.apply(receipt);
        });
    }

    /** As {@link #refuse}, for an act that depends on a statement. */
    public <T> Draft<T> refusal(Use use, Refusal refusal, Function<Receipt, T> result) {
        return draft(
                use, refusal.outcome(), List.of(), new Refused(refusal.outcome().code()), result);
    }

    private AccessRecord accessRecord(Use use, Outcome outcome, List<LicenceIdentifier> licences, Object answer) {
        var occasion = use.occasion();
        var requester = occasion.requester();
        return new AccessRecord(
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
    }

    /** The answer that a refusal is. */
    public record Refused(String code) {}
}
