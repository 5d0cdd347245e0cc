package city.certfree.channel.show;

import city.certfree.access.Grant;
import city.certfree.access.Occasion;
import city.certfree.access.delegation.Delegations;
import city.certfree.audit.Draft;
import city.certfree.audit.JointStatement;
import city.certfree.audit.Pending;
import city.certfree.channel.LicenceView;
import city.certfree.channel.LicenceViews;
import city.certfree.channel.show.Presentation.Agency;
import city.certfree.channel.show.Presentations.Redemption;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The last step of redeeming: the licence is read, and the presentation may be used up if the licence is valid. */
@Singleton
final class Acceptance {
    private final JointStatement<Redemption> usingUp;
    private final Delegations delegations;
    private final Licences licences;
    private final LicenceViews views;
    private final Clock clock;

    Acceptance(
            Presentations presentations, Delegations delegations, Licences licences, LicenceViews views, Clock clock) {
        usingUp = new UsingUp(presentations, clock);
        this.delegations = delegations;
        this.licences = licences;
        this.views = views;
        this.clock = clock;
    }

    Verdict of(Presentation shown, Grant grant) {
        var state = shown.stateAt(clock.instant());
        if (state != Presentation.State.OPEN) {
            return new Denied(state == Presentation.State.USED ? ShowReason.ALREADY_USED : ShowReason.EXPIRED);
        }
        var licence = licences.heldUnder(grant).stream()
                .filter(l -> l.identifier().equals(shown.licence()))
                .findFirst();
        if (licence.isEmpty()) {
            return new Denied(ShowReason.UNKNOWN);
        }
        if (licence.get().statusOn(views.today()) != LicenceStatus.VALID) {
            return new Denied(ShowReason.LICENCE_NOT_VALID);
        }
        return new Accepted(licence.get(), views.shown(licence.get(), grant.type(), agreed(shown, grant)));
    }

    /**
     * Uses the presentation up, and then comes to this.
     *
     * @param draft from why it was not used up: another was quicker, or what it was shown under is over; empty: it was
     */
    <T> Pending<T> usingUp(Presentation shown, Occasion occasion, Function<Optional<ShowReason>, Draft<T>> draft) {
        var key = "show " + shown.showId();
        var redemption = new Redemption(shown.showId(), occasion.requester().office());
        var agency = shown.agency();
        return agency == null
                ? Pending.after(key, usingUp, redemption, won -> draft.apply(lost(won)))
                : Pending.after(key, () -> useUp(redemption, agency), draft);
    }

    private Optional<ShowReason> useUp(Redemption redemption, Agency agency) {
        return delegations.holds(agency.delegation(), clock.instant())
                ? lost(usingUp.run(redemption))
                : Optional.of(ShowReason.EXPIRED);
    }

    private static Optional<ShowReason> lost(boolean won) {
        return won ? Optional.empty() : Optional.of(ShowReason.ALREADY_USED);
    }

    /** What the item needs, and of that only what the citizen agreed to. */
    private static Set<String> agreed(Presentation shown, Grant grant) {
        var fields = new LinkedHashSet<>(grant.fields());
        if (shown.fields() != null) {
            fields.retainAll(shown.fields());
        }
        return fields;
    }

    /** Uses presentations up: the one that is accepted, or all that a group of the log accepts. */
    private record UsingUp(Presentations presentations, Clock clock) implements JointStatement<Redemption> {
        @Override
        public boolean run(Redemption redemption) {
            return presentations.redeem(redemption, clock.instant());
        }

        @Override
        public boolean runForAll(List<Redemption> redemptions) {
            return presentations.redeemAll(redemptions, clock.instant());
        }
    }

    /** What became of it. */
    sealed interface Verdict {}

    record Accepted(Licence licence, LicenceView view) implements Verdict {}

    record Denied(ShowReason reason) implements Verdict {}
}
