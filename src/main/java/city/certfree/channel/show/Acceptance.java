package city.certfree.channel.show;

import city.certfree.access.Grant;
import city.certfree.access.Occasion;
import city.certfree.channel.LicenceView;
import city.certfree.channel.LicenceViews;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last step of redeeming: the licence is read, and the presentation may be used up if the licence is valid. */
@Singleton
final class Acceptance {
    private final Presentations presentations;
    private final Licences licences;
    private final LicenceViews views;
    private final Clock clock;

    Acceptance(Presentations presentations, Licences licences, LicenceViews views, Clock clock) {
        this.presentations = presentations;
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

    /** Uses the presentation up; false when another was quicker, or its time is over since. */
    boolean useUp(Presentation shown, Occasion occasion) {
        return presentations.redeem(shown.showId(), occasion.requester().office(), clock.instant());
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
