package city.certfree.access.quota;

import city.certfree.kernel.Sha256;
import java.time.Instant;

/** What all nodes together have counted. */
public interface QuotaCounts {
    /** The uses counted so far; 0 when there are none. */
    long uses(CountKey key);

    /** Adds uses, and returns all that were counted so far, these included. */
    long add(CountKey key, long uses);

    /** The holders of all nodes as a sketch; empty bytes when there are none. */
    byte[] holders(CountKey key);

    /** Joins holders to those of all nodes, and returns them all. */
    byte[] join(CountKey key, byte[] holders);

    /** Forgets what was counted in spans that began before this moment. */
    void forgetBefore(Instant start);

    /**
     * What is counted together.
     *
     * @param subject a keyed index
     * @param start when the span began
     */
    record CountKey(Sha256 subject, QuotaSpan span, Instant start) {}
}
