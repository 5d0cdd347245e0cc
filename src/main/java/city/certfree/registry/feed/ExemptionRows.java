package city.certfree.registry.feed;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Exemption;
import city.certfree.registry.ExemptionMode;
import city.certfree.registry.LicenceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code item-exemptions.csv}. */
final class ExemptionRows {
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");

    private final Listed<LicenceTypeCode, LicenceType> types;
    private final Distinct materials = new Distinct("material_name");
    private final Map<ItemCode, List<Exemption>> exemptions = new HashMap<>();
    private final Map<ItemCode, List<Row>> rows = new LinkedHashMap<>();
    private final boolean whole;

    private ExemptionRows(Listed<LicenceTypeCode, LicenceType> types, boolean whole) {
        this.types = types;
        this.whole = whole;
    }

    static ExemptionRows read(Table table, Listed<LicenceTypeCode, LicenceType> types) {
        var reader = new ExemptionRows(types, table.whole());
        table.rows().forEach(reader::add);
        return reader;
    }

    /** What an item needs not be brought for, in the order of the file; none when its rows have problems of their own. */
    List<Exemption> of(ItemCode item) {
        return exemptions.getOrDefault(item, List.of());
    }

    /** Whether certainly no row names the item. */
    boolean lack(ItemCode item) {
        return whole && !rows.containsKey(item);
    }

    /** Refuses the rows whose item is certainly not listed. */
    void checkItems(Listed<ItemCode, ExemptedItem> listed) {
        rows.forEach((item, rowsOfItem) -> {
            if (listed.lacks(item)) {
                rowsOfItem.forEach(row -> row.refuse("item_code", "a code that " + listed.fileName() + " lists"));
            }
        });
    }

    private void add(Row row) {
        var item = row.value("item_code", ItemCode::new);
        var exemption = exemption(row);
        if (item == null) {
            return;
        }
        rows.computeIfAbsent(item, i -> new ArrayList<>()).add(row);
        materials.check(row, List.of(item, row.cell("material_name")));
        if (exemption != null) {
            exemptions.computeIfAbsent(item, i -> new ArrayList<>()).add(exemption);
        }
    }

    private @Nullable Exemption exemption(Row row) {
        var material = row.text("material_name", 200);
        var mode = row.oneOf("mode", ExemptionMode.class);
        var required = row.matching("required", TRUE_OR_FALSE, "true or false");
        boolean conditionFits = required == null || conditionFits(row, Boolean.parseBoolean(required));
        var condition = row.optionalText("condition", 200);
        var type = row.cell("licence_type_code").isEmpty() ? null : type(row);
        boolean typeFits = mode == null || typeFits(row, mode, type);
        var fields = fields(row, type);
        if (material == null || mode == null || required == null || !conditionFits || !typeFits || fields == null) {
            return null;
        }
        return new Exemption(material, mode, type, Boolean.parseBoolean(required), condition, fields);
    }

    private static boolean conditionFits(Row row, boolean required) {
        boolean fits = required == row.cell("condition").isEmpty();
        if (!fits) {
            row.refuse("condition", required ? "nothing, as required is true" : "a condition, as required is false");
        }
        return fits;
    }

    private @Nullable LicenceTypeCode type(Row row) {
        return row.reference("licence_type_code", LicenceTypeCode::new, types);
    }

    /** A channel needs a type that offers it; the other modes may name one. */
    private boolean typeFits(Row row, ExemptionMode mode, @Nullable LicenceTypeCode type) {
        var channel = mode.channel();
        if (type == null || channel.isEmpty()) {
            boolean fits = channel.isEmpty() || !row.cell("licence_type_code").isEmpty();
            if (!fits) {
                row.refuse("licence_type_code", "a licence type, as the mode is " + mode);
            }
            return fits;
        }
        var offered = types.find(type).map(LicenceType::channels);
        boolean fits = offered.isEmpty() || offered.get().contains(channel.get());
        if (!fits) {
            row.refuse("mode", "a channel that the licence type offers: " + offered.get());
        }
        return fits;
    }

    private @Nullable List<String> fields(Row row, @Nullable LicenceTypeCode type) {
        if (type == null) {
            if (row.cell("licence_type_code").isEmpty() && !row.cell("fields").isEmpty()) {
                row.refuse("fields", "nothing, as there is no licence type");
                return null;
            }
            return List.of();
        }
        return types.find(type)
                .map(t -> row.<String>list("fields", key -> attributeKey(t, key)))
                .orElse(null);
    }

    private static String attributeKey(LicenceType type, String key) {
        if (type.attribute(key).isEmpty()) {
            throw InvalidValue.because("attribute keys of the licence type, joined by |");
        }
        return key;
    }
}
