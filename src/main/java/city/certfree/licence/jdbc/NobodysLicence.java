package city.certfree.licence.jdbc;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.Holder;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.StatusListEntry;
import city.certfree.registry.Attribute;
import city.certfree.registry.LicenceType;
import city.certfree.token.SignedToken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A licence as large as a real one, that nobody holds and that matches nothing anybody can claim. */
final class NobodysLicence {
    private static final @Nullable LocalDate NO_END = null;
    private static final @Nullable String NO_REASON = null;
    private static final @Nullable LicenceIdentifier NO_PREVIOUS = null;

    /** Longer than anything a caller may claim, so that nothing equals it. */
    private static final String UNCLAIMABLE = "-".repeat(3_000);

    private NobodysLicence() {}

    static Licence of(LicenceType type) {
        var attributes = new LinkedHashMap<String, String>();
        for (Attribute attribute : type.attributes()) {
            attributes.put(attribute.key(), "-");
        }
        return new Licence(
                new LicenceIdentifier(type.code(), "000000", "0", 1),
                UNCLAIMABLE,
                List.of(new Holder(new HolderCode(HolderCodeType.OTHER_PERSON, "0"), "-")),
                type.issuer(),
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                NO_END,
                LicenceStatus.VALID,
                NO_REASON,
                Instant.EPOCH,
                attributes,
                new SignedToken("-".repeat(100 * attributes.size())),
                new StatusListEntry(0, 0),
                NO_PREVIOUS);
    }
}
