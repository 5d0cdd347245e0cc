package city.certfree.crypto;

import java.time.Instant;

/**
 * When a key may be used.
 *
 * @param notBefore the first moment; {@link Instant#MIN}: always
 * @param notAfter from this moment on nothing of this key is believed; {@link Instant#MAX}: never
 * @param retiredAt from this moment on it signs no more; {@link Instant#MAX}: not retired
 */
public record KeyTerms(State state, Instant notBefore, Instant notAfter, Instant retiredAt) {
    /** Of keys whose times their owner keeps. */
    public static final KeyTerms UNLIMITED = new KeyTerms(State.ACTIVE, Instant.MIN, Instant.MAX, Instant.MAX);

    /** Where a key is in its life. */
    public enum State {
        /** Published and verified with, so that every node and cache knows it before it signs. */
        NEXT,
        /** The one that signs or seals. */
        ACTIVE,
        /** Verifies and opens what is older than its retirement. */
        RETIRED
    }

    public KeyTerms {
        if (notAfter.isBefore(notBefore)) {
            throw new IllegalArgumentException("nbf comes before exp");
        }
        if ((state == State.RETIRED) != retiredAt.isBefore(Instant.MAX)) {
            throw new IllegalArgumentException("a retired key, and no other, says when it was retired");
        }
    }

    /** Whether anything of the key may be relied on at this moment. */
    public boolean isCurrent(Instant now) {
        return !now.isBefore(notBefore) && now.isBefore(notAfter);
    }

    /** Whether the key was allowed to sign at that moment. */
    public boolean couldSignAt(Instant then) {
        return isCurrent(then) && then.isBefore(retiredAt);
    }
}
