package city.certfree.channel.delegation;

import city.certfree.access.delegation.Delegation;
import city.certfree.licence.Masked;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Says delegations in words. */
@Singleton
final class DelegationViews {
    private final Registry registry;
    private final Clock clock;

    DelegationViews(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
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
