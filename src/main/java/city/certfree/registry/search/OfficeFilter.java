package city.certfree.registry.search;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.ServiceOffice;
import org.jspecify.annotations.Nullable;

/**
 * Which offices are asked for. What is null narrows nothing.
 *
 * @param districtCode 6 digits (GB/T 2260)
 * @param department one that is served there
 * @param item one whose department is served there
 */
public record OfficeFilter(
        @Nullable SearchText text,
        @Nullable String districtCode,
        @Nullable String kind,
        @Nullable DepartmentCode department,
        @Nullable ItemCode item) {
    boolean fits(ServiceOffice office) {
        return Narrowed.fits(districtCode, office.districtCode())
                && Narrowed.fits(kind, office.kind())
                && (department == null || office.departments().contains(department));
    }
}
