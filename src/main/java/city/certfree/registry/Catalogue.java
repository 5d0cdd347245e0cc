package city.certfree.registry;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.OfficeCode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What one version of the registry lists, consistent in itself: every code that is named exists. In the order of codes. */
public final class Catalogue {
    private final SequencedMap<DepartmentCode, Department> departments;
    private final SequencedMap<LicenceTypeCode, LicenceType> types;
    private final SequencedMap<ItemCode, ExemptedItem> items;
    private final SequencedMap<OfficeCode, ServiceOffice> offices;

    public Catalogue(
            Map<DepartmentCode, Department> departments,
            Map<LicenceTypeCode, LicenceType> types,
            Map<ItemCode, ExemptedItem> items,
            Map<OfficeCode, ServiceOffice> offices) {
        this.departments = Collections.unmodifiableSequencedMap(new TreeMap<>(departments));
        this.types = Collections.unmodifiableSequencedMap(new TreeMap<>(types));
        this.items = Collections.unmodifiableSequencedMap(new TreeMap<>(items));
        this.offices = Collections.unmodifiableSequencedMap(new TreeMap<>(offices));
    }

    public Optional<Department> department(DepartmentCode code) {
        return Optional.ofNullable(departments.get(code));
    }

    public Optional<LicenceType> type(LicenceTypeCode code) {
        return Optional.ofNullable(types.get(code));
    }

    public Optional<ExemptedItem> item(ItemCode code) {
        return Optional.ofNullable(items.get(code));
    }

    public Optional<ServiceOffice> office(OfficeCode code) {
        return Optional.ofNullable(offices.get(code));
    }

    public Collection<Department> departments() {
        return departments.values();
    }

    public Collection<LicenceType> types() {
        return types.values();
    }

    public Collection<ExemptedItem> items() {
        return items.values();
    }

    public Collection<ServiceOffice> offices() {
        return offices.values();
    }
}
