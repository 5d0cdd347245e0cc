package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.access.account.Principal.Citizen;
import city.certfree.channel.LicenceView;
import city.certfree.channel.delegation.ReadDelegations;
import city.certfree.channel.own.ReadOwnLicences;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.web.signin.CsrfToken;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What every page on the phone begins with: a citizen who is signed in, and what he or she holds. */
@Singleton
final class Visitor {
    static final URI START = URI.create("/phone");

    private final ReadOwnLicences licences;
    private final ReadDelegations delegations;
    private final Registry registry;
    private final CsrfToken csrf;

    Visitor(ReadOwnLicences licences, ReadDelegations delegations, Registry registry, CsrfToken csrf) {
        this.licences = licences;
        this.delegations = delegations;
        this.registry = registry;
        this.csrf = csrf;
    }

    /** The citizen, if it is one who is signed in. */
    static Optional<HolderCode> citizen(Optional<Principal> caller) {
        return caller.filter(Citizen.class::isInstance).map(who -> ((Citizen) who).holder());
    }

    List<LicenceView> licences(HolderCode citizen) {
        return licences.of(citizen);
    }

    /** The citizen's licence of this identifier; empty when there is none, or it is another's. */
    Optional<LicenceView> licence(HolderCode citizen, String identifier) {
        return licences.of(citizen).stream()
                .filter(licence -> licence.identifier().equals(identifier))
                .findFirst();
    }

    /** What the citizen may hold out under this identifier: an own licence, or from outside one that another has delegated. */
    Optional<LicenceView> showable(HolderCode citizen, String identifier) {
        return licence(citizen, identifier).or(() -> delegations.shownFor(citizen, identifier));
    }

    /** The type of a licence that {@link #licences} gave: the registry knows it. */
    LicenceType type(LicenceView licence) {
        return registry.current()
                .catalogue()
                .type(new LicenceTypeCode(licence.typeCode()))
                .orElseThrow();
    }

    String csrf(HttpRequest<?> request) {
        return csrf.of(request);
    }

    void checkCsrf(HttpRequest<?> request, String given) {
        csrf.check(request, given);
    }
}
