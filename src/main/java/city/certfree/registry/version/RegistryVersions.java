package city.certfree.registry.version;

import city.certfree.kernel.ItemCode;
import city.certfree.kernel.Sha256;
import city.certfree.registry.Catalogue;
import city.certfree.registry.RegistryVersion;
import city.certfree.registry.feed.RegistryDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** The published versions. They are added and read, never changed. */
public interface RegistryVersions {
    /** Adds a version under the next number. Two that publish at once wait for each other. */
    RegistryVersion append(Publication publication, Catalogue catalogue, RegistryDocument document);

    /** Where the versions stand on a day; cheap enough to ask every few seconds. */
    Heads heads(LocalDate today);

    /** A version that exists, as it was stored. */
    Stored read(long number);

    /** Every item that any version lists. */
    Set<ItemCode> publishedItems();

    /**
     * What is said about a version when it is published.
     *
     * @param effectiveOn the first day it holds, Asia/Shanghai
     * @param publisher the account or body that publishes it, 1 to 64 characters
     */
    record Publication(LocalDate effectiveOn, String publisher, Instant publishedAt) {}

    /**
     * Where the versions stand.
     *
     * @param inForce the highest number whose day has come; 0: none
     * @param latest the highest number; 0: none
     */
    record Heads(long inForce, long latest) {}

    /**
     * A version as it was stored.
     *
     * @param digest what the document's digest was when it was published
     */
    record Stored(RegistryVersion version, RegistryDocument document, Sha256 digest) {}
}
