package city.certfree.access;

import city.certfree.kernel.HolderCode;

/**
 * Permission of a signed-in citizen to read what he or she holds, and what the organisations hold that he or she legally
 * represents. Only {@link AccessControl} makes one.
 */
public final class OwnGrant {
    private final HolderCode citizen;

    OwnGrant(HolderCode citizen) {
        this.citizen = citizen;
    }

    public HolderCode citizen() {
        return citizen;
    }
}
