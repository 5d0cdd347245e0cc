package city.certfree.registry.feed;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.Department;
import city.certfree.registry.ExemptedItem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code exempted-items.csv}. */
final class ItemRows {
    private static final List<String> CATEGORIES = List.of("行政许可", "行政征收", "行政给付", "行政确认", "行政奖励", "其他行政权力", "公共服务");
    private static final List<String> LEVELS = List.of("市级", "区县级", "镇街级");
    private static final List<String> AUDIENCES = List.of("个人", "法人", "both");
    private static final Pattern LEGAL_BASIS = Pattern.compile("(《[^《》]{1,100}》)?");

    private final Listed<DepartmentCode, Department> departments;
    private final ExemptionRows exemptions;
    private final Distinct names = new Distinct("name");

    private ItemRows(Listed<DepartmentCode, Department> departments, ExemptionRows exemptions) {
        this.departments = departments;
        this.exemptions = exemptions;
    }

    static Listed<ItemCode, ExemptedItem> read(
            Table table, Listed<DepartmentCode, Department> departments, ExemptionRows exemptions) {
        var listed = new Listed<ItemCode, ExemptedItem>(RegistryFile.EXEMPTED_ITEMS, table);
        var reader = new ItemRows(departments, exemptions);
        for (var row : table.rows()) {
            var code = row.value("item_code", ItemCode::new);
            var item = reader.item(row, code);
            if (code != null) {
                listed.add(row, "item_code", code, item);
            }
        }
        return listed;
    }

    private @Nullable ExemptedItem item(Row row, @Nullable ItemCode code) {
        var name = row.text("name", 200);
        names.check(row, List.of(row.cell("name"), row.cell("level")));
        var category = row.oneOf("category", CATEGORIES);
        var level = row.oneOf("level", LEVELS);
        var department = row.reference("department_code", DepartmentCode::new, departments);
        var theme = row.text("theme", 20);
        var audience = row.oneOf("audience", AUDIENCES);
        var legalBasis = row.matching("legal_basis", LEGAL_BASIS, "one law or regulation in 《》, or nothing");
        if (code == null
                || name == null
                || category == null
                || level == null
                || department == null
                || theme == null
                || audience == null
                || legalBasis == null) {
            return null;
        }
        if (exemptions.lack(code)) {
            row.refuse("item_code", "an item for which item-exemptions.csv has a row");
            return null;
        }
        return new ExemptedItem(
                code,
                name,
                category,
                level,
                department,
                theme,
                audience,
                legalBasis.isEmpty() ? null : legalBasis,
                exemptions.of(code));
    }
}
