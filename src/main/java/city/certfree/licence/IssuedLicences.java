package city.certfree.licence;

import city.certfree.kernel.LicenceIdentifier;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The store as issuers change it. Nothing personal is read here: that takes a grant, see {@link Licences}. */
public interface IssuedLicences {
    /** Those of these identifiers that the store has. At most a few hundred at a time. */
    Set<LicenceIdentifier> known(Collection<LicenceIdentifier> identifiers);

    /** Adds licences whose identifiers the store does not have. */
    void add(List<Licence> licences);

    /**
     * Seals a licence now, and stores it when the step is run, in whatever transaction that is.
     *
     * @return the step; false when it found the identifier taken, and nothing was stored
     */
    BooleanSupplier adding(Licence licence);

    /**
     * As {@link #add}, in two steps: seals them now, and stores them when the step is run, in whatever transaction that is. A step that
     * finds an identifier taken fails, and stores nothing.
     */
    Runnable adding(List<Licence> licences);

    /** Adds representations; one that the store has is left as it is. */
    void represent(List<Representation> representations);

    /**
     * Takes the next places of the status lists, counted over all lists. Waits for another node that is taking some.
     *
     * @param count at most {@link StatusListEntry#PLACES_USED}
     * @param keyId the key of the permutation that follows; under another key the counting goes on in a fresh list, where
     *     the two permutations cannot meet
     * @return the first of the places, which are all in one list
     */
    long takePlaces(int count, String keyId);

    /** The entry that was promised to a licence yet to be issued; empty when none was. */
    Optional<StatusListEntry> reserved(LicenceIdentifier identifier);

    /** Promises an entry to a licence yet to be issued; false when it was promised one already. */
    boolean reserve(LicenceIdentifier identifier, StatusListEntry entry);

    /** Where a licence stands; empty when the store does not have it. */
    Optional<Standing> standing(LicenceIdentifier identifier);

    /**
     * Seals the reason of another status now, and sets both when the step is run, in whatever transaction that is, provided
     * that the licence still stands as it was seen.
     *
     * @param reason the issuer's words; null: none
     * @return the step; false when the licence stands otherwise by now, and nothing was changed
     */
    BooleanSupplier changing(
            LicenceIdentifier identifier, Standing seen, LicenceStatus to, @Nullable String reason, Instant since);

    /** Whether there is no licence at all. */
    boolean isEmpty();
}
