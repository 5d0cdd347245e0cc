package city.certfree.channel.show.offline;

import city.certfree.access.AccessControl;
import city.certfree.access.Decision;
import city.certfree.access.Grant;
import city.certfree.access.Inquiry;
import city.certfree.access.Occasion;
import city.certfree.access.delegation.Delegations;
import city.certfree.access.shift.AtWork;
import city.certfree.audit.Draft;
import city.certfree.audit.LegalBasis;
import city.certfree.audit.Outcome;
import city.certfree.audit.Pending;
import city.certfree.channel.Recorder;
import city.certfree.channel.Use;
import city.certfree.channel.show.FindPresentation;
import city.certfree.channel.show.FindPresentation.Found;
import city.certfree.channel.show.Presentation;
import city.certfree.channel.show.Presentations;
import city.certfree.channel.show.offline.OfflineAnswer.Result;
import city.certfree.kernel.Channel;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.Transactions;
import city.certfree.registry.Sensitivity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Takes the word of a counter that it accepted a token while it had no network, and uses the token up as of then. The counter
 * has judged the signature; what it could not know, that the token was used elsewhere, is told now. Whatever comes of it is
 * recorded, once, and nothing of the licence is told.
 */
@Singleton
public final class ReconcileAcceptance {
    private final AccessControl access;
    private final AtWork atWork;
    private final FindPresentation find;
    private final Presentations presentations;
    private final Delegations delegations;
    private final Recorder recorder;
    private final Transactions transactions;

    ReconcileAcceptance(
            AccessControl access,
            AtWork atWork,
            FindPresentation find,
            Presentations presentations,
            Delegations delegations,
            Recorder recorder,
            Transactions transactions) {
        this.access = access;
        this.atWork = atWork;
        this.find = find;
        this.presentations = presentations;
        this.delegations = delegations;
        this.recorder = recorder;
        this.transactions = transactions;
    }

    /**
     * Judges; the log uses up and answers.
     *
     * @param occasion for which it was accepted; the requester is the clerk who did
     * @param reportedAt when, by the counter's clock; cut to the millisecond
     */
    public Pending<Reconciled> reconcile(Occasion occasion, String token, Instant reportedAt) {
        var acceptedAt = reportedAt.truncatedTo(ChronoUnit.MILLIS);
        return transactions.read(() -> judge(occasion, token, acceptedAt));
    }

    private Pending<Reconciled> judge(Occasion occasion, String token, Instant acceptedAt) {
        var unknown = new Use(occasion, LegalBasis.HOLDER, Channel.SHOW, null, null);
        if (!atWork.wasAtWork(occasion.requester().caller(), acceptedAt)) {
            return Pending.of(refused(unknown, Outcome.OUTSIDE_SHIFT, acceptedAt));
        }
        var refusal = access.refusalOfItem(occasion.item());
        if (refusal.isPresent()) {
            return Pending.of(refused(unknown, refusal.get().outcome(), acceptedAt));
        }
        return switch (find.byToken(token, acceptedAt)) {
            case Found.One(var shown) -> judge(occasion, shown, acceptedAt);
            case Found.Nothing(var reason) ->
                Pending.of(refused(unknown, reason.outcome().orElseThrow(), acceptedAt));
            case Found.TooManyWrongCodes() -> throw new IllegalStateException("only digits are counted");
        };
    }

    private Pending<Reconciled> judge(Occasion occasion, Presentation shown, Instant acceptedAt) {
        var basis = shown.agency() == null ? LegalBasis.HOLDER : LegalBasis.DELEGATED;
        var inquiry = new Inquiry(occasion, basis, Channel.SHOW, shown.licence().type(), shown.holder(), "");
        var use = Use.of(inquiry);
        if (isTheSame(shown, occasion, acceptedAt)) {
            return Pending.answered(new Reconciled(OfflineAnswer.reconciled(acceptedAt), null));
        }
        if (shown.item() != null && !shown.item().equals(occasion.item())) {
            return Pending.of(refused(use, Outcome.WRONG_ITEM, acceptedAt));
        }
        return switch (access.decide(inquiry)) {
            case Decision.Refused(var refusal) -> Pending.of(refused(use, refusal.outcome(), acceptedAt));
            case Decision.Granted(var grant) -> useUp(use, grant, shown, acceptedAt);
        };
    }

    private Pending<Reconciled> useUp(Use use, Grant grant, Presentation shown, Instant acceptedAt) {
        if (grant.type().sensitivity() == Sensitivity.HIGH) {
            return Pending.of(refused(use, Outcome.NETWORK_NEEDED, acceptedAt));
        }
        return Pending.after(
                "show " + shown.showId(), () -> settle(shown, use.occasion(), acceptedAt), became -> switch (became) {
                    case DONE -> reconciled(use, shown, acceptedAt);
                    case DONE_BEFORE ->
                        new Draft.Answered<>(new Reconciled(OfflineAnswer.reconciled(acceptedAt), null));
                    case REVOKED -> refused(use, Outcome.EXPIRED, acceptedAt);
                    case USED_ELSEWHERE -> conflict(use, shown, acceptedAt);
                });
    }

    private Became settle(Presentation shown, Occasion occasion, Instant acceptedAt) {
        var agency = shown.agency();
        if (agency != null && !delegations.holds(agency.delegation(), acceptedAt)) {
            return Became.REVOKED;
        }
        if (presentations.acceptedOffline(shown.showId(), occasion.requester().office(), acceptedAt)) {
            return Became.DONE;
        }
        boolean before = presentations
                .byShowId(shown.showId())
                .filter(now -> isTheSame(now, occasion, acceptedAt))
                .isPresent();
        return before ? Became.DONE_BEFORE : Became.USED_ELSEWHERE;
    }

    /** A report whose answer was lost comes again: to the millisecond, from the same office. */
    private static boolean isTheSame(Presentation shown, Occasion occasion, Instant acceptedAt) {
        return acceptedAt.equals(shown.usedAt())
                && occasion.requester().office().equals(shown.usedBy());
    }

    private Draft<Reconciled> reconciled(Use use, Presentation shown, Instant acceptedAt) {
        return draft(use, Outcome.RECONCILED, List.of(shown.licence()), OfflineAnswer.reconciled(acceptedAt));
    }

    private Draft<Reconciled> conflict(Use use, Presentation shown, Instant acceptedAt) {
        var answer = new OfflineAnswer(Result.CONFLICT, Outcome.ALREADY_USED.code(), acceptedAt);
        return draft(use, Outcome.CONFLICT, List.of(shown.licence()), answer);
    }

    private Draft<Reconciled> refused(Use use, Outcome outcome, Instant acceptedAt) {
        return draft(use, outcome, List.of(), new OfflineAnswer(Result.REFUSED, outcome.code(), acceptedAt));
    }

    private Draft<Reconciled> draft(Use use, Outcome outcome, List<LicenceIdentifier> licences, OfflineAnswer answer) {
        return recorder.draft(use, outcome, licences, answer, receipt -> new Reconciled(answer, receipt));
    }

    private enum Became {
        DONE,
        DONE_BEFORE,
        REVOKED,
        USED_ELSEWHERE
    }
}
