package city.certfree.registry;

import city.certfree.kernel.LicenceTypeCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paper that an item no longer asks for, and what replaces it.
 *
 * @param materialName what the applicant formerly had to bring; unique within the item
 * @param type the licence type that replaces it; null only where the mode has no channel
 * @param required whether it was always asked for; otherwise only under the condition
 * @param condition present exactly when it was not always asked for; null otherwise
 * @param fields keys of the attributes that the item needs; empty: the type's non-sensitive ones
 */
public record Exemption(
        String materialName,
        ExemptionMode mode,
        @Nullable LicenceTypeCode type,
        boolean required,
        @Nullable String condition,
        List<String> fields) {
    public Exemption {
        fields = List.copyOf(fields);
    }
}
