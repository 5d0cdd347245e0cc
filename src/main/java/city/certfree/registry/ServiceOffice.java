package city.certfree.registry;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.OfficeCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where items are handled (办事机构), as the service map shows it.
 *
 * @param districtCode 6 digits (GB/T 2260)
 * @param longitude degrees east
 * @param latitude degrees north
 * @param openingHours as displayed, Chinese
 * @param departments whose items are handled there
 * @param town null for city and district offices
 */
public record ServiceOffice(
        OfficeCode code,
        String name,
        String kind,
        String districtCode,
        String address,
        double longitude,
        double latitude,
        String openingHours,
        String phone,
        List<DepartmentCode> departments,
        @Nullable String town) {
    public ServiceOffice {
        departments = List.copyOf(departments);
    }
}
