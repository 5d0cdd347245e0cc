package city.certfree.licence;

import city.certfree.access.Issuer;
import city.certfree.audit.ActRecord;
import city.certfree.audit.AuditEvent;
import city.certfree.audit.Pending;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.FreeText;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RecordId;
import city.certfree.licence.ChangeStatus.Result.Changed;
import city.certfree.licence.ChangeStatus.Result.Illegal;
import city.certfree.licence.ChangeStatus.Result.Overtaken;
import city.certfree.licence.ChangeStatus.Result.Unknown;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives a licence another status, as far as {@link Lifecycle} allows it, and records it. */
@Singleton
public final class ChangeStatus {
    private static final int MAX_CHARACTERS = 200;

    private final ReadStanding readStanding;
    private final IssuedLicences licences;
    private final Clock clock;

    ChangeStatus(ReadStanding readStanding, IssuedLicences licences, Clock clock) {
        this.readStanding = readStanding;
        this.licences = licences;
        this.clock = clock;
    }

    /** Changes the status when the log does the act: no use that begins after its answer finds the old one. */
    public Pending<Result> change(Issuer issuer, LicenceIdentifier identifier, NewStatus asked) {
        var found = readStanding.of(issuer, identifier);
        if (found.isEmpty()) {
            return Pending.answered(new Unknown());
        }
        var seen = found.get();
        if (asked.revisions() != null && !asked.revisions().contains(seen.revision())) {
            return Pending.answered(new Overtaken());
        }
        var from = seen.statusOn(CityTime.today(clock));
        if (!Lifecycle.allows(from, asked.to())) {
            return Pending.answered(new Illegal(from, asked.to()));
        }
        var now = clock.instant();
        var since = asked.effectiveAt() == null ? now : asked.effectiveAt();
        var step = licences.changing(identifier, seen, asked.to(), asked.reason(), since);
        var record = new ActRecord(
                RecordId.next(),
                now,
                issuer.office(),
                issuer.caller(),
                AuditEvent.LICENCE_STATUS_CHANGED,
                identifier.value(),
                Map.of(
                        "from", from.name(),
                        "to", asked.to().name(),
                        "reason", asked.reason(),
                        "effectiveAt", since.toString()));
        var changed = new Changed(from, asked.to(), after(seen, asked, since), record.id());
        return Pending.act(step::getAsBoolean, done -> done ? Optional.of(record) : Optional.<ActRecord>empty())
                .map(done -> done ? changed : new Overtaken());
    }

    private static Standing after(Standing seen, NewStatus asked, Instant since) {
        return new Standing(asked.to(), asked.reason(), since, seen.validFrom(), seen.validTo(), seen.revision() + 1);
    }

    /** Whether a text may stand as the reason of a status. */
    public static boolean isReason(String text) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= MAX_CHARACTERS && FreeText.isPrintable(text);
    }

    /**
     * The status asked for.
     *
     * @param reason the issuer's words, 1 to 200 printable characters
     * @param effectiveAt since when it counts as having this status, for the record; null: since now. It takes effect now
     *     in any case
     * @param revisions the change is made only to one of these revisions; null: to whichever there is
     */
    public record NewStatus(
            LicenceStatus to, String reason, @Nullable Instant effectiveAt, @Nullable Set<Integer> revisions) {
        public NewStatus {
            revisions = revisions == null ? null : Set.copyOf(revisions);
            if (!isReason(reason)) {
                throw InvalidValue.because("a reason has 1 to 200 printable characters");
            }
        }
    }

    /** What came of it. */
    public sealed interface Result {
        record Changed(LicenceStatus from, LicenceStatus to, Standing now, RecordId record) implements Result {}

        /** The life-cycle table has no such step. */
        record Illegal(LicenceStatus from, LicenceStatus to) implements Result {}

        /** The store has no such licence, or it is another issuer's. */
        record Unknown() implements Result {}

        /** Somebody else changed it in the meantime. */
        record Overtaken() implements Result {}
    }
}
