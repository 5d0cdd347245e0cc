package city.certfree.channel.delegation;

import city.certfree.access.AccessControl;
import city.certfree.access.delegation.Delegation;
import city.certfree.access.delegation.Delegations;
import city.certfree.channel.LicenceView;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Transactions;
import city.certfree.licence.Holder;
import city.certfree.licence.Licence;
import city.certfree.licence.Licences;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells a citizen what he or she has delegated, and what has been delegated to him or her. */
@Singleton
public final class ReadDelegations {
    private final AccessControl access;
    private final Licences licences;
    private final Delegations delegations;
    private final DelegationViews views;
    private final Transactions transactions;

    ReadDelegations(
            AccessControl access,
            Licences licences,
            Delegations delegations,
            DelegationViews views,
            Transactions transactions) {
        this.access = access;
        this.licences = licences;
        this.delegations = delegations;
        this.views = views;
        this.transactions = transactions;
    }

    /** What the citizen has given, whatever became of it, latest first. */
    public List<DelegationView> givenBy(HolderCode citizen) {
        return transactions.read(() -> {
            var own = licences.ownedUnder(access.own(citizen));
            return delegations.givenBy(citizen).stream()
                    .map(delegation -> views.of(delegation, holderName(own, delegation)))
                    .toList();
        });
    }

    /** What the citizen may show for others at this moment, latest first. */
    public List<DelegationView> givenTo(HolderCode citizen) {
        return transactions.read(() -> delegations.givenTo(citizen).stream()
                .flatMap(delegation -> access.delegated(citizen, delegation).stream())
                .flatMap(grant -> licences.delegatedUnder(grant).stream()
                        .map(licence -> views.of(grant.delegation(), holderName(List.of(licence), grant.delegation()))))
                .toList());
    }

    /**
     * What the agent may know of a licence that he or she may show now: which one it is, of whom, masked, and nothing that
     * stands on it; empty when there is none.
     */
    public Optional<LicenceView> shownFor(HolderCode citizen, String identifier) {
        return transactions.read(() -> delegations.givenTo(citizen).stream()
                .filter(delegation -> delegation.licence().value().equals(identifier))
                .flatMap(delegation -> access.delegated(citizen, delegation).stream())
                .flatMap(grant -> licences.delegatedUnder(grant).stream())
                .findFirst()
                .flatMap(views::outside));
    }

    /** As the licence says it; empty when it is held no longer. */
    private static String holderName(List<Licence> licences, Delegation delegation) {
        return licences.stream()
                .filter(licence -> licence.identifier().equals(delegation.licence()))
                .flatMap(licence -> licence.holders().stream())
                .filter(holder -> holder.code().equals(delegation.holder()))
                .map(Holder::name)
                .findFirst()
                .orElse("");
    }
}
