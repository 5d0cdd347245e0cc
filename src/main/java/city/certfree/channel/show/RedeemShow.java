package city.certfree.channel.show;

import city.certfree.access.AccessControl;
import city.certfree.access.Decision;
import city.certfree.access.Grant;
import city.certfree.access.Inquiry;
import city.certfree.access.Occasion;
import city.certfree.audit.Draft;
import city.certfree.audit.LegalBasis;
import city.certfree.audit.Pending;
import city.certfree.channel.Recorder;
import city.certfree.channel.Use;
import city.certfree.channel.show.FindPresentation.Found;
import city.certfree.channel.show.ShowResult.Judged;
import city.certfree.channel.show.ShowResult.Refused;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Transactions.StorageUnavailable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Judges what a citizen holds out, and uses it up when it is accepted. What concerns the caller or the item is refused and
 * leaves it unused; what concerns the token or the licence is a verdict.
 */
@Singleton
public final class RedeemShow {
    private final AccessControl access;
    private final FindPresentation find;
    private final Acceptance acceptance;
    private final Recorder recorder;

    RedeemShow(AccessControl access, FindPresentation find, Acceptance acceptance, Recorder recorder) {
        this.access = access;
        this.find = find;
        this.acceptance = acceptance;
        this.recorder = recorder;
    }

    /**
     * Judges; the log uses up and answers.
     *
     * @param holderCode the number typed or read from the identity card of the person at the counter; empty: none
     */
    public Pending<ShowResult> redeem(Occasion occasion, Presented presented, Optional<HolderCode> holderCode) {
        var unrecorded = new ShowResult.Unrecorded(ShowAnswer.rejected(ShowReason.STORAGE_UNAVAILABLE));
        try {
            return judge(occasion, presented, holderCode).whenUnavailable(unrecorded);
        } catch (StorageUnavailable e) {
            return Pending.undecided(unrecorded);
        }
    }

    private Pending<ShowResult> judge(Occasion occasion, Presented presented, Optional<HolderCode> holderCode) {
        var unknown = new Use(occasion, LegalBasis.HOLDER, Channel.SHOW, null, null);
        var refusal = access.refusalOfItem(occasion.item());
        if (refusal.isPresent()) {
            return recorder.refuse(unknown, refusal.get(), receipt -> new Refused(refusal.get(), receipt));
        }
        return switch (find.of(presented, occasion.requester())) {
            case Found.TooManyWrongCodes() -> Pending.answered(new ShowResult.TooManyWrongCodes());
            case Found.Nothing(var reason) -> Pending.of(rejected(unknown, reason));
            case Found.One(var presentation) -> judge(occasion, presentation, holderCode);
        };
    }

    private Pending<ShowResult> judge(Occasion occasion, Presentation shown, Optional<HolderCode> holderCode) {
        var basis = shown.agency() == null ? LegalBasis.HOLDER : LegalBasis.DELEGATED;
        var inquiry = new Inquiry(occasion, basis, Channel.SHOW, shown.licence().type(), shown.holder(), "");
        if (shown.item() != null && !shown.item().equals(occasion.item())) {
            return Pending.of(rejected(Use.of(inquiry), ShowReason.WRONG_ITEM));
        }
        return switch (access.decide(inquiry)) {
            case Decision.Refused(var refusal) ->
                recorder.refuse(Use.of(inquiry), refusal, receipt -> new Refused(refusal, receipt));
            case Decision.Granted(var grant) -> accept(inquiry, grant, shown, holderCode);
        };
    }

    private Pending<ShowResult> accept(
            Inquiry inquiry, Grant grant, Presentation shown, Optional<HolderCode> holderCode) {
        var use = Use.of(inquiry);
        return switch (acceptance.of(shown, grant)) {
            case Acceptance.Denied(var reason) -> Pending.of(rejected(use, reason));
            case Acceptance.Accepted accepted -> {
                var answer = answer(accepted, shown, holderCode);
                yield acceptance.usingUp(shown, inquiry.occasion(), lost -> lost.map(reason -> rejected(use, reason))
                        .orElseGet(() -> accepted(use, accepted, answer)));
            }
        };
    }

    /** Under a delegation the agent stands at the counter, and the agent's card is compared. */
    private static ShowAnswer answer(
            Acceptance.Accepted accepted, Presentation shown, Optional<HolderCode> holderCode) {
        var agency = shown.agency();
        var match = holderCode.map(c -> c.equals(shown.citizen()) || (agency == null && c.equals(shown.holder())));
        return ShowAnswer.accepted(accepted.view(), match.orElse(null), agency == null ? null : agency.agentName());
    }

    private Draft<ShowResult> accepted(Use use, Acceptance.Accepted accepted, ShowAnswer answer) {
        var licences = List.of(accepted.licence().identifier());
        return recorder.draft(use, answer.outcome(), licences, answer, receipt -> new Judged(answer, receipt));
    }

    private Draft<ShowResult> rejected(Use use, ShowReason reason) {
        var answer = ShowAnswer.rejected(reason);
        return recorder.draft(use, answer.outcome(), List.of(), answer, receipt -> new Judged(answer, receipt));
    }
}
