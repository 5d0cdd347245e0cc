package city.certfree.channel.verify;

import city.certfree.access.AccessControl;
import city.certfree.access.Attempts;
import city.certfree.access.Decision;
import city.certfree.access.Grant;
import city.certfree.access.Inquiry;
import city.certfree.access.Refusal;
import city.certfree.audit.Draft;
import city.certfree.audit.Outcome;
import city.certfree.audit.Pending;
import city.certfree.channel.HolderName;
import city.certfree.channel.LicenceViews;
import city.certfree.channel.Recorder;
import city.certfree.channel.Use;
import city.certfree.channel.verify.VerifyAnswer.Comparison;
import city.certfree.channel.verify.VerifyResult.Refused;
import city.certfree.channel.verify.VerifyResult.Verified;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says whether what the applicant states is true, and nothing else. */
@Singleton
public final class VerifyClaims {
    private final AccessControl access;
    private final Licences licences;
    private final Misses misses;
    private final LicenceViews views;
    private final Recorder recorder;

    VerifyClaims(AccessControl access, Licences licences, Misses misses, LicenceViews views, Recorder recorder) {
        this.access = access;
        this.licences = licences;
        this.misses = misses;
        this.views = views;
        this.recorder = recorder;
    }

    /**
     * Decides and compares; the log answers.
     *
     * @param claimed values by attribute key, the certificate's number under {@code certificateNumber}; empty: nothing claimed
     */
    public Pending<VerifyResult> verify(Inquiry inquiry, Map<String, String> claimed) {
        var claims = new Claims(claimed);
        return switch (access.decide(inquiry)) {
            case Decision.Refused(var refusal) -> refused(inquiry, refusal);
            case Decision.Granted(var grant) -> answer(inquiry, grant, claims);
        };
    }

    private Pending<VerifyResult> answer(Inquiry inquiry, Grant grant, Claims claims) {
        var unclaimable = claims.unclaimable(grant.type());
        if (unclaimable.isPresent()) {
            return Pending.answered(unclaimable.get());
        }
        if (claims.isEmpty()) {
            return answered(inquiry, VerifyAnswer.of(Outcome.NOTHING_CLAIMED), List.of());
        }
        if (claims.certificateNumber().isEmpty()) {
            return answered(inquiry, VerifyAnswer.of(Outcome.INSUFFICIENT), List.of());
        }
        if (misses.areUsedUp(inquiry)) {
            return refused(inquiry, Refusal.QUOTA_EXCEEDED);
        }
        return compare(inquiry, grant, claims);
    }

    private Pending<VerifyResult> compare(Inquiry inquiry, Grant grant, Claims claims) {
        var found = single(inquiry, claims, licences.heldUnder(grant));
        // The same comparison on a licence of nobody, so that the time does not tell whether there is one.
        var compared = found.orElseGet(() -> licences.nobodys(grant));
        var fields = claims.compare(compared, grant.type());
        var answer = found.isEmpty() ? VerifyAnswer.of(Outcome.NOT_FOUND) : judged(compared, fields);
        var spokenOf = found.map(l -> List.of(l.identifier())).orElse(List.of());
        return isMiss(answer) ? missed(inquiry, answer, spokenOf) : answered(inquiry, answer, spokenOf);
    }

    /** A miss is counted when it is recorded, and is refused when it is one too many. */
    private Pending<VerifyResult> missed(Inquiry inquiry, VerifyAnswer answer, List<LicenceIdentifier> spokenOf) {
        return Pending.after(
                "miss",
                () -> misses.count(inquiry),
                counted -> counted
                        ? draft(inquiry, answer, spokenOf)
                        : recorder.refusal(
                                Use.of(inquiry),
                                Refusal.QUOTA_EXCEEDED,
                                receipt -> new Refused(Refusal.QUOTA_EXCEEDED, receipt)));
    }

    /** The one licence that name and number single out. Of several versions the superseded ones do not count. */
    private static Optional<Licence> single(Inquiry inquiry, Claims claims, List<Licence> held) {
        var named = held.stream()
                .filter(l -> HolderName.isOn(l, inquiry.holder(), inquiry.holderName()) && claims.isNumberOf(l))
                .toList();
        var current = named.stream()
                .filter(l -> named.size() == 1 || l.status() != LicenceStatus.SUPERSEDED)
                .toList();
        return current.size() == 1 ? Optional.of(current.getFirst()) : Optional.empty();
    }

    private VerifyAnswer judged(Licence licence, Map<String, Comparison> fields) {
        if (fields.containsValue(Comparison.MISMATCH)) {
            return VerifyAnswer.of(Outcome.MISMATCH, fields);
        }
        var outcome =
                switch (licence.statusOn(views.today())) {
                    case VALID -> Outcome.MATCH_VALID;
                    case NOT_YET_ACTIVE -> Outcome.MATCH_NOT_YET_ACTIVE;
                    case SUSPENDED, RESTRICTED -> Outcome.MATCH_SUSPENDED;
                    case EXPIRED, CANCELLED, REVOKED, WITHDRAWN, SUPERSEDED, TRANSFERRED_OUT ->
                        Outcome.MATCH_NO_LONGER_VALID;
                };
        return VerifyAnswer.of(outcome, fields);
    }

    private static boolean isMiss(VerifyAnswer answer) {
        return answer.result() == Outcome.NOT_FOUND || answer.result() == Outcome.MISMATCH;
    }

    private Pending<VerifyResult> answered(Inquiry inquiry, VerifyAnswer answer, List<LicenceIdentifier> spokenOf) {
        return Pending.of(draft(inquiry, answer, spokenOf));
    }

    private Draft<VerifyResult> draft(Inquiry inquiry, VerifyAnswer answer, List<LicenceIdentifier> spokenOf) {
        return recorder.draft(
                Use.of(inquiry), answer.result(), spokenOf, answer, receipt -> new Verified(answer, receipt));
    }

    private Pending<VerifyResult> refused(Inquiry inquiry, Refusal refusal) {
        return recorder.refuse(Use.of(inquiry), refusal, receipt -> new Refused(refusal, receipt));
    }

    /** Counts the answers of 5 and 7 by one caller about one holder and type: whoever guesses is stopped. */
    @Singleton
    static final class Misses {
        private final Attempts attempts;
        private final Clock clock;

        Misses(Attempts attempts, Clock clock) {
            this.attempts = attempts;
            this.clock = clock;
        }

        boolean areUsedUp(Inquiry inquiry) {
            return attempts.areUsedUp(Attempts.Kind.MISMATCH, subject(inquiry), clock.instant());
        }

        /** Counts one more; false when it is one too many, as happens when several come at once. */
        boolean count(Inquiry inquiry) {
            return attempts.add(Attempts.Kind.MISMATCH, subject(inquiry), clock.instant())
                    <= Attempts.Kind.MISMATCH.limit();
        }

        private static String subject(Inquiry inquiry) {
            return String.join(
                    "\n",
                    inquiry.occasion().requester().caller(),
                    inquiry.holder().type().code(),
                    inquiry.holder().value(),
                    inquiry.type().value());
        }
    }
}
