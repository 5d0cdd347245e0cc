package city.certfree.registry.feed;

import city.certfree.registry.Catalogue;
import java.util.List;

/** What reading a registry came to: all of it, or everything that is wrong with it. */
public sealed interface RegistryReading {
    /** A registry that is consistent in itself. */
    record Accepted(Catalogue catalogue, RegistryDocument document) implements RegistryReading {}

    /**
     * A registry of which nothing is taken.
     *
     * @param problems at least one, in the order of files and lines
     */
    record Rejected(List<ImportProblem> problems) implements RegistryReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /** Reads and checks everything; changes nothing. */
    static RegistryReading of(RegistrySource source) {
        var problems = new Problems();
        var tables = source.tables(problems);
        var departments = DepartmentRows.read(tables.of(RegistryFile.DEPARTMENTS));
        var types = LicenceTypeRows.read(tables.of(RegistryFile.LICENCE_TYPES), departments);
        var exemptions = ExemptionRows.read(tables.of(RegistryFile.ITEM_EXEMPTIONS), types);
        var items = ItemRows.read(tables.of(RegistryFile.EXEMPTED_ITEMS), departments, exemptions);
        exemptions.checkItems(items);
        var offices = OfficeRows.read(tables.of(RegistryFile.OFFICES), departments);
        if (!problems.none()) {
            return new Rejected(problems.inOrder());
        }
        var catalogue = new Catalogue(departments.sound(), types.sound(), items.sound(), offices.sound());
        return new Accepted(catalogue, tables.document());
    }
}
