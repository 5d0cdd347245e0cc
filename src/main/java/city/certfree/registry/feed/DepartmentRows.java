package city.certfree.registry.feed;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.HolderCode;
import city.certfree.registry.Department;
import org.jspecify.annotations.Nullable;

/** Reads {@code departments.csv}. */
final class DepartmentRows {
    private final Distinct names = new Distinct("name");
    private final Distinct creditCodes = new Distinct("uscc");

    static Listed<DepartmentCode, Department> read(Table table) {
        var listed = new Listed<DepartmentCode, Department>(RegistryFile.DEPARTMENTS, table);
        var reader = new DepartmentRows();
        for (var row : table.rows()) {
            var code = row.value("code", DepartmentCode::new);
            var department = reader.department(row, code);
            if (code != null) {
                listed.add(row, "code", code, department);
            }
        }
        return listed;
    }

    private @Nullable Department department(Row row, @Nullable DepartmentCode code) {
        var name = row.text("name", 100);
        var creditCode = row.value("uscc", HolderCode::ofOrganisation);
        names.check(row, row.cell("name"));
        creditCodes.check(row, row.cell("uscc"));
        return code == null || name == null || creditCode == null
                ? null
                : new Department(code, name, creditCode.value());
    }
}
