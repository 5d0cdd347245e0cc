package city.certfree.access;

import city.certfree.access.delegation.Delegation;

/** Permission of a citizen to show the one licence that another has delegated. Only {@link AccessControl} makes one. */
public final class DelegatedGrant {
    private final Delegation delegation;

    DelegatedGrant(Delegation delegation) {
        this.delegation = delegation;
    }

    public Delegation delegation() {
        return delegation;
    }
}
