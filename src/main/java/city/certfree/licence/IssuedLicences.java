package city.certfree.licence;

import city.certfree.kernel.LicenceIdentifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store as issuers change it. Nothing personal is read here: that takes a grant, see {@link Licences}. */
public interface IssuedLicences {
    /** Those of these identifiers that the store has. At most a few hundred at a time. */
    Set<LicenceIdentifier> known(Collection<LicenceIdentifier> identifiers);

    /** Adds licences whose identifiers the store does not have. */
    void add(List<Licence> licences);

    /** Adds representations; one that the store has is left as it is. */
    void represent(List<Representation> representations);

    /**
     * Takes the next places of the status lists, counted over all lists. Waits for another node that is taking some.
     *
     * @param keyId the key of the permutation that follows; under another key the counting goes on in a fresh list, where
     *     the two permutations cannot meet
     * @return the first of the places
     */
    long takePlaces(int count, String keyId);

    /** Where a licence stands; empty when the store does not have it. */
    Optional<Standing> standing(LicenceIdentifier identifier);

    /**
     * Gives a licence another status, provided that it still stands as it was seen.
     *
     * @param reason the issuer's words; null: none
     * @return false when it stands otherwise by now, and nothing was changed
     */
    boolean change(
            LicenceIdentifier identifier, Standing seen, LicenceStatus to, @Nullable String reason, Instant since);

    /** Whether there is no licence at all. */
    boolean isEmpty();

    /**
     * Where a licence stands.
     *
     * @param status as last set by its issuer
     * @param validTo null: no end
     * @param revision how often it was changed
     */
    record Standing(LicenceStatus status, LocalDate validFrom, @Nullable LocalDate validTo, int revision) {
        /** The status on a day; see {@link LicenceStatus#on}. */
        public LicenceStatus statusOn(LocalDate day) {
            return status.on(day, validFrom, validTo);
        }
    }
}
