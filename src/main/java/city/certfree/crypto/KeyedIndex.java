package city.certfree.crypto;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.Sha256;
import java.util.List;

/**
 * Makes of a personal number a value that can be looked up but not searched back: an HMAC of 32 bytes under a secret key,
 * with SHA-256 or, in the profile GM, with SM3. A plain hash of an 18-digit number could be undone by trying them all.
 */
public interface KeyedIndex {
    /** The id of the key in use, 1 to 32 characters, stored beside every index. */
    String keyId();

    /**
     * The index of a value within a domain.
     *
     * @param domain sets the uses of one key apart, such as {@code holder}
     */
    Sha256 of(String domain, byte[]... value);

    /** The index of a holder: the same for every licence, record and session of that holder. */
    Sha256 of(HolderCode holder);

    /**
     * The index of a holder under the key in use, and then under every other that is kept: what was written before the last
     * change of keys, or by a node that made it already, is found under the key of its time.
     */
    List<Indexed> everyOf(HolderCode holder);

    /** As {@link #everyOf(HolderCode)}, of a value within a domain. */
    List<Indexed> everyOf(String domain, byte[]... value);
}
