package city.certfree.registry.feed;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.OfficeCode;
import city.certfree.registry.Department;
import city.certfree.registry.ServiceOffice;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code offices.csv}. */
final class OfficeRows {
    /** In the order of the kind's digit in the office code. */
    private static final List<String> KINDS = List.of("市政务服务中心", "区政务服务中心", "镇街便民服务中心", "村居便民服务站", "部门专厅", "自助服务点");

    private static final Pattern DISTRICT = Pattern.compile("[1-9][0-9]{5}");
    private static final Pattern PHONE = Pattern.compile("[0-9]{3,5}(-?[0-9]{2,9}){0,2}");

    /** What China extends over, in degrees, so that swapped coordinates are found. */
    private static final BigDecimal WEST = BigDecimal.valueOf(73);

    private static final BigDecimal EAST = BigDecimal.valueOf(136);
    private static final BigDecimal SOUTH = BigDecimal.valueOf(3);
    private static final BigDecimal NORTH = BigDecimal.valueOf(54);
    private static final Pattern DEGREES = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,15})?");

    private final Listed<DepartmentCode, Department> departments;
    private final Distinct names = new Distinct("name");

    private OfficeRows(Listed<DepartmentCode, Department> departments) {
        this.departments = departments;
    }

    static Listed<OfficeCode, ServiceOffice> read(Table table, Listed<DepartmentCode, Department> departments) {
        var listed = new Listed<OfficeCode, ServiceOffice>(RegistryFile.OFFICES, table);
        var reader = new OfficeRows(departments);
        for (var row : table.rows()) {
            var code = row.value("office_code", OfficeCode::new);
            var office = reader.office(row, code);
            if (code != null) {
                listed.add(row, "office_code", code, office);
            }
        }
        return listed;
    }

    private @Nullable ServiceOffice office(Row row, @Nullable OfficeCode code) {
        var name = row.text("name", 200);
        names.check(row, row.cell("name"));
        var kind = row.oneOf("kind", KINDS);
        var district = row.matching("district_code", DISTRICT, "a district code of 6 digits (GB/T 2260)");
        var address = row.text("address", 200);
        var longitude = row.value("longitude", text -> degrees(text, WEST, EAST));
        var latitude = row.value("latitude", text -> degrees(text, SOUTH, NORTH));
        var hours = row.value("opening_hours", OpeningHours::check);
        var phone = row.matching("phone", PHONE, "a telephone number such as 0632-1234567");
        var served = departmentsOf(row);
        var town = row.optionalText("town", 40);
        if (code == null
                || name == null
                || kind == null
                || district == null
                || address == null
                || longitude == null
                || latitude == null
                || hours == null
                || phone == null
                || served == null
                || !codeFits(row, code, district, kind)) {
            return null;
        }
        return new ServiceOffice(code, name, kind, district, address, longitude, latitude, hours, phone, served, town);
    }

    private @Nullable List<DepartmentCode> departmentsOf(Row row) {
        var served = row.references("departments", DepartmentCode::new, departments);
        if (served != null && served.isEmpty()) {
            row.refuse("departments", "at least one department");
            return null;
        }
        return served;
    }

    private static boolean codeFits(Row row, OfficeCode code, String district, String kind) {
        var prefix = district + (KINDS.indexOf(kind) + 1);
        boolean fits = code.value().startsWith(prefix);
        if (!fits) {
            row.refuse("office_code", "a code that begins with the district and the digit of the kind: " + prefix);
        }
        return fits;
    }

    private static double degrees(String text, BigDecimal least, BigDecimal most) {
        if (DEGREES.matcher(text).matches()) {
            var degrees = new BigDecimal(text);
            if (degrees.compareTo(least) >= 0 && degrees.compareTo(most) <= 0) {
                return degrees.doubleValue();
            }
        }
        throw InvalidValue.because("decimal degrees from %s to %s".formatted(least, most));
    }
}
