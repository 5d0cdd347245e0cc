package city.certfree.channel.show;

import city.certfree.access.AccessControl;
import city.certfree.access.Decision;
import city.certfree.access.Grant;
import city.certfree.access.Inquiry;
import city.certfree.access.Occasion;
import city.certfree.audit.LegalBasis;
import city.certfree.audit.Outcome;
import city.certfree.channel.Recorder;
import city.certfree.channel.Use;
import city.certfree.channel.show.FindPresentation.Found;
import city.certfree.channel.show.ShowResult.Judged;
import city.certfree.channel.show.ShowResult.Refused;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Transactions;
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
    private final Transactions transactions;

    RedeemShow(
            AccessControl access,
            FindPresentation find,
            Acceptance acceptance,
            Recorder recorder,
            Transactions transactions) {
        this.access = access;
        this.find = find;
        this.acceptance = acceptance;
        this.recorder = recorder;
        this.transactions = transactions;
    }

    /**
     * Judges, uses up and records in one transaction.
     *
     * @param holderCode the number typed or read from the identity card of the person at the counter; empty: none
     */
    public ShowResult redeem(Occasion occasion, Presented presented, Optional<HolderCode> holderCode) {
        try {
            return transactions.write(() -> judge(occasion, presented, holderCode));
        } catch (StorageUnavailable e) {
            return new ShowResult.Unrecorded(ShowAnswer.storageUnavailable());
        }
    }

    private ShowResult judge(Occasion occasion, Presented presented, Optional<HolderCode> holderCode) {
        var unknown = new Use(occasion, LegalBasis.HOLDER, Channel.SHOW, null, null);
        var refusal = access.refusalOfItem(occasion.item());
        if (refusal.isPresent()) {
            return new Refused(refusal.get(), recorder.record(unknown, refusal.get()));
        }
        return switch (find.of(presented, occasion.requester())) {
            case Found.TooManyWrongCodes() -> new ShowResult.TooManyWrongCodes();
            case Found.Nothing(var outcome) -> rejected(unknown, outcome);
            case Found.One(var presentation) -> judge(occasion, presentation, holderCode);
        };
    }

    private ShowResult judge(Occasion occasion, Presentation shown, Optional<HolderCode> holderCode) {
        var inquiry = new Inquiry(
                occasion, LegalBasis.HOLDER, Channel.SHOW, shown.licence().type(), shown.holder(), "");
        if (shown.item() != null && !shown.item().equals(occasion.item())) {
            return rejected(Use.of(inquiry), Outcome.WRONG_ITEM);
        }
        return switch (access.decide(inquiry)) {
            case Decision.Refused(var refusal) -> new Refused(refusal, recorder.record(Use.of(inquiry), refusal));
            case Decision.Granted(var grant) -> accept(inquiry, grant, shown, holderCode);
        };
    }

    private ShowResult accept(Inquiry inquiry, Grant grant, Presentation shown, Optional<HolderCode> holderCode) {
        var use = Use.of(inquiry);
        return switch (acceptance.of(shown, grant, inquiry.occasion())) {
            case Acceptance.Denied(var outcome) -> rejected(use, outcome);
            case Acceptance.Accepted(var licence, var view) -> {
                var match = holderCode.map(c -> c.equals(shown.citizen()) || c.equals(shown.holder()));
                var answer = ShowAnswer.accepted(view, match.orElse(null));
                yield new Judged(answer, recorder.record(use, Outcome.ACCEPTED, List.of(licence.identifier()), answer));
            }
        };
    }

    private Judged rejected(Use use, Outcome outcome) {
        var answer = ShowAnswer.rejected(outcome);
        return new Judged(answer, recorder.record(use, outcome, List.of(), answer));
    }
}
