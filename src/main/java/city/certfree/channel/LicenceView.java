package city.certfree.channel;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A licence as an answer shows it: what the grant permits, masked where the channel masks.
 *
 * @param validTo the last day; null: permanent
 * @param status today, a word of LicenceStatus
 * @param attributes by key; numbers and dates as text in the canonical form of their type
 */
public record LicenceView(
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
        Map<String, String> attributes) {
    public LicenceView {
        holders = List.copyOf(holders);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    @Override
    public String toString() {
        return "LicenceView[" + identifier + "]";
    }
}
