package city.certfree.channel.show;

import city.certfree.access.Grant;
import city.certfree.access.Occasion;
import city.certfree.access.delegation.Delegations;
import city.certfree.channel.LicenceView;
import city.certfree.channel.LicenceViews;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The last step of redeeming: the licence is read, and the presentation may be used up if the licence is valid. */
@Singleton
final class Acceptance {
    private final Presentations presentations;
    private final Delegations delegations;
    private final Licences licences;
    private final LicenceViews views;
    private final Clock clock;

    Acceptance(
            Presentations presentations, Delegations delegations, Licences licences, LicenceViews views, Clock clock) {
        this.presentations = presentations;
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

    /** Uses the presentation up; otherwise why not: another was quicker, or what it was shown under is over. */
    Optional<ShowReason> useUp(Presentation shown, Occasion occasion) {
        var now = clock.instant();
        var agency = shown.agency();
        if (agency != null && !delegations.holds(agency.delegation(), now)) {
            return Optional.of(ShowReason.EXPIRED);
        }
        boolean won = presentations.redeem(shown.showId(), occasion.requester().office(), now);
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

    /** What became of it. */
    sealed interface Verdict {}

    record Accepted(Licence licence, LicenceView view) implements Verdict {}

    record Denied(ShowReason reason) implements Verdict {}
}
