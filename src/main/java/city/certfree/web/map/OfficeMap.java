package city.certfree.web.map;

import city.certfree.kernel.DepartmentCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Department;
import city.certfree.registry.Registry;
import city.certfree.registry.ServiceOffice;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * All offices in columns: the n-th of each column belong to the n-th office, in the order of codes. What repeats is given once,
 * and pointed at by its place, counted from 0.
 *
 * @param version of the registry
 * @param kinds of offices
 * @param districts their codes (GB/T 2260)
 * @param districtNames their names
 * @param towns their names; the empty one stands for offices of the city or a district
 * @param hours opening hours, as displayed
 * @param departments their names
 * @param served places in {@code departments} of those served together
 * @param codes of the offices, 11 digits
 * @param latitudes degrees north (WGS 84), in millionths
 * @param longitudes degrees east (WGS 84), in millionths
 * @param kind place in {@code kinds}
 * @param district place in {@code districts}
 * @param town place in {@code towns}
 * @param open place in {@code hours}
 * @param serves place in {@code served}
 */
@Serdeable
record OfficeMap(
        long version,
        List<String> kinds,
        List<String> districts,
        List<String> districtNames,
        List<String> towns,
        List<String> hours,
        List<String> departments,
        List<List<Integer>> served,
        List<String> codes,
        List<String> names,
        List<String> addresses,
        List<String> phones,
        List<Integer> latitudes,
        List<Integer> longitudes,
        List<Integer> kind,
        List<Integer> district,
        List<Integer> town,
        List<Integer> open,
        List<Integer> serves) {
    private static final double MILLION = 1e6;

    static OfficeMap of(Registry.Snapshot current, Function<String, String> districtName) {
        var catalogue = current.catalogue();
        var offices = List.copyOf(catalogue.offices());
        var kinds = Column.of(offices, ServiceOffice::kind);
        var districts = Column.of(offices, ServiceOffice::districtCode);
        var towns = Column.of(offices, office -> Objects.requireNonNullElse(office.town(), ""));
        var hours = Column.of(offices, ServiceOffice::openingHours);
        var served = Column.of(offices, ServiceOffice::departments);
        return new OfficeMap(
                current.version().number(),
                kinds.values,
                districts.values,
                districts.values.stream().map(districtName).toList(),
                towns.values,
                hours.values,
                catalogue.departments().stream().map(Department::name).toList(),
                served.values.stream().map(codes -> places(catalogue, codes)).toList(),
                each(offices, office -> office.code().value()),
                each(offices, ServiceOffice::name),
                each(offices, ServiceOffice::address),
                each(offices, ServiceOffice::phone),
                each(offices, office -> millionths(office.latitude())),
                each(offices, office -> millionths(office.longitude())),
                each(offices, kinds.place::applyAsInt),
                each(offices, districts.place::applyAsInt),
                each(offices, towns.place::applyAsInt),
                each(offices, hours.place::applyAsInt),
                each(offices, served.place::applyAsInt));
    }

    private static List<Integer> places(Catalogue catalogue, List<DepartmentCode> codes) {
        var all = catalogue.departments().stream().map(Department::code).toList();
        return codes.stream().map(all::indexOf).toList();
    }

    private static <T> List<T> each(List<ServiceOffice> offices, Function<ServiceOffice, T> value) {
        return offices.stream().map(value).toList();
    }

    private static int millionths(double degrees) {
        return (int) Math.round(degrees * MILLION);
    }

    /** The different values of a property, and where an office's stands among them. */
    private record Column<T>(List<T> values, ToIntFunction<ServiceOffice> place) {
        static <T> Column<T> of(List<ServiceOffice> offices, Function<ServiceOffice, T> property) {
            var values = offices.stream().map(property).distinct().toList();
            return new Column<>(values, office -> values.indexOf(property.apply(office)));
        }
    }
}
