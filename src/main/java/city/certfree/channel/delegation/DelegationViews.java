package city.certfree.channel.delegation;

import city.certfree.access.delegation.Delegation;
import city.certfree.channel.LicenceView;
import city.certfree.channel.LicenceViews;
import city.certfree.licence.Licence;
import city.certfree.licence.Masked;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Says delegations in words. */
@Singleton
final class DelegationViews {
    private final Registry registry;
    private final LicenceViews licences;
    private final Clock clock;

    DelegationViews(Registry registry, LicenceViews licences, Clock clock) {
        this.registry = registry;
        this.licences = licences;
        this.clock = clock;
    }

    /** What an agent may know; empty when the registry no longer has the type. */
    Optional<LicenceView> outside(Licence licence) {
        return registry.current().catalogue().type(licence.type()).map(type -> licences.outside(licence, type));
    }

    DelegationView of(Delegation delegation, String holderName) {
        var catalogue = registry.current().catalogue();
        var type = delegation.licence().type();
        return new DelegationView(
                delegation.id().toString(),
                delegation.licence().value(),
                type.value(),
                catalogue.type(type).map(t -> t.name()).orElse(type.value()),
                delegation.item().value(),
                catalogue
                        .item(delegation.item())
                        .map(item -> item.name())
                        .orElse(delegation.item().value()),
                Masked.name(holderName),
                Masked.name(delegation.agentName()),
                delegation.givenAt(),
                delegation.until(),
                delegation.revokedAt(),
                DelegationView.stateAt(delegation, clock.instant()));
    }
}
