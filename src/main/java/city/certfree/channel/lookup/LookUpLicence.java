package city.certfree.channel.lookup;

import city.certfree.access.AccessControl;
import city.certfree.access.Decision;
import city.certfree.access.Grant;
import city.certfree.access.Inquiry;
import city.certfree.audit.Outcome;
import city.certfree.audit.Pending;
import city.certfree.channel.HolderName;
import city.certfree.channel.LicenceViews;
import city.certfree.channel.Recorder;
import city.certfree.channel.Use;
import city.certfree.channel.lookup.LookUpResult.LookedUp;
import city.certfree.channel.lookup.LookUpResult.Refused;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows a clerk one licence of the register, masked. */
@Singleton
public final class LookUpLicence {
    private final AccessControl access;
    private final Licences licences;
    private final LicenceViews views;
    private final Recorder recorder;

    LookUpLicence(AccessControl access, Licences licences, LicenceViews views, Recorder recorder) {
        this.access = access;
        this.licences = licences;
        this.views = views;
        this.recorder = recorder;
    }

    /**
     * Decides and looks up; the log answers.
     *
     * @param wanted a certain licence, whatever its status; empty: the one in force, latest issued
     */
    public Pending<LookUpResult> lookUp(Inquiry inquiry, Optional<LicenceIdentifier> wanted) {
        return switch (access.decide(inquiry)) {
            case Decision.Refused(var refusal) ->
                recorder.refuse(Use.of(inquiry), refusal, receipt -> new Refused(refusal, receipt));
            case Decision.Granted(var grant) -> answer(inquiry, grant, wanted);
        };
    }

    private Pending<LookUpResult> answer(Inquiry inquiry, Grant grant, Optional<LicenceIdentifier> wanted) {
        var found = licences.heldUnder(grant).stream()
                .filter(l -> HolderName.isOn(l, inquiry.holder(), inquiry.holderName()))
                .filter(l -> isWanted(l, wanted))
                .findFirst();
        var answer =
                new LookUpAnswer(found.map(l -> views.masked(l, grant.type())).orElse(null));
        return recorder.record(
                Use.of(inquiry),
                found.isEmpty() ? Outcome.NOT_HELD : Outcome.LOOKED_UP,
                found.map(l -> List.of(l.identifier())).orElse(List.of()),
                answer,
                receipt -> new LookedUp(answer, receipt));
    }

    private boolean isWanted(Licence licence, Optional<LicenceIdentifier> wanted) {
        return wanted.map(licence.identifier()::equals)
                .orElseGet(() -> licence.statusOn(views.today()) == LicenceStatus.VALID);
    }
}
