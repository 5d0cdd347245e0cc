package city.certfree.channel.share;

import city.certfree.channel.HolderView;
import city.certfree.channel.LicenceView;
import city.certfree.channel.NamedCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is shared.
 *
 * @param licences those in force, latest issued first; empty when there is none or the name does not match
 */
public record ShareAnswer(List<SharedLicence> licences) {
    public ShareAnswer {
        licences = List.copyOf(licences);
    }

    /**
     * One shared licence: as {@link LicenceView}, in clear, with the issuer's own statement of it.
     *
     * @param signedLicence {@code licence+sd-jwt} with the permitted disclosures only
     */
    public record SharedLicence(
            String identifier,
            String typeCode,
            String typeName,
            String certificateNumber,
            List<HolderView> holders,
            NamedCode issuer,
            LocalDate issuedOn,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String status,
            int version,
            Map<String, String> attributes,
            String signedLicence) {
        public SharedLicence {
            holders = List.copyOf(holders);
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        static SharedLicence of(LicenceView view, String signedLicence) {
            return new SharedLicence(
                    view.identifier(),
                    view.typeCode(),
                    view.typeName(),
                    view.certificateNumber(),
                    view.holders(),
                    view.issuer(),
                    view.issuedOn(),
                    view.validFrom(),
                    view.validTo(),
                    view.status(),
                    view.version(),
                    view.attributes(),
                    signedLicence);
        }

        @Override
        public String toString() {
            return "SharedLicence[" + identifier + "]";
        }
    }
}
