package city.certfree.licence.intake;

import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.licence.Holder;
import city.certfree.licence.LicenceStatus;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A licence as its issuer delivers it, not yet checked against the registry, see {@link IntakeRules}.
 *
 * @param identifier null: the service makes one, of version 1 and with a random serial
 * @param certificateNumber the issuer's number on its face
 * @param validFrom the first day of validity
 * @param validTo the last day of validity; null: no end
 * @param statusReason the issuer's words; null: none
 * @param attributes the face attributes by key
 * @param previous the licence that this one renews or changes; null: none
 */
public record NewLicence(
        LicenceTypeCode type,
        @Nullable LicenceIdentifier identifier,
        String certificateNumber,
        List<Holder> holders,
        LocalDate issuedOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        LicenceStatus status,
        @Nullable String statusReason,
        Map<String, String> attributes,
        @Nullable LicenceIdentifier previous) {
    public NewLicence {
        holders = List.copyOf(holders);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Names no person. */
    @Override
    public String toString() {
        return "NewLicence[" + type + "]";
    }
}
