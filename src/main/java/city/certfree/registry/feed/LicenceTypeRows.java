package city.certfree.registry.feed;

import city.certfree.kernel.Channel;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.Attribute;
import city.certfree.registry.Department;
import city.certfree.registry.HolderKind;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Sensitivity;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code licence-types.csv}. */
final class LicenceTypeRows {
    private static final List<String> KINDS = List.of("证照", "证明", "批文", "鉴定报告", "办事结果");
    private static final String PERMANENT = "PERMANENT";
    private static final Pattern VALIDITY = Pattern.compile(PERMANENT + "|P[1-9][0-9]{0,3}[YMD]");
    private static final int LENGTH_CREDIT_CODE = 18;

    private final Listed<DepartmentCode, Department> departments;
    private final Distinct names = new Distinct("name");

    private LicenceTypeRows(Listed<DepartmentCode, Department> departments) {
        this.departments = departments;
    }

    static Listed<LicenceTypeCode, LicenceType> read(Table table, Listed<DepartmentCode, Department> departments) {
        var listed = new Listed<LicenceTypeCode, LicenceType>(RegistryFile.LICENCE_TYPES, table);
        var reader = new LicenceTypeRows(departments);
        for (var row : table.rows()) {
            var code = row.value("code", LicenceTypeRows::code);
            var type = reader.type(row, code);
            if (code != null) {
                listed.add(row, "code", code, type);
            }
        }
        return listed;
    }

    private static LicenceTypeCode code(String text) {
        var code = new LicenceTypeCode(text);
        HolderCode.ofOrganisation(text.substring(0, LENGTH_CREDIT_CODE));
        return code;
    }

    private @Nullable LicenceType type(Row row, @Nullable LicenceTypeCode code) {
        var name = row.text("name", 100);
        names.check(row, row.cell("name"));
        var englishName = row.text("english_name", 200);
        var kind = row.oneOf("kind", KINDS);
        var holderKind = row.oneOf("holder_kind", HolderKind.class);
        var issuer = row.reference("issuing_department_code", DepartmentCode::new, departments);
        var validity = row.matching("validity", VALIDITY, "PERMANENT, or a duration such as P5Y, P6M or P30D");
        var channels = row.list("channels", Channel.class);
        if (channels != null && channels.isEmpty()) {
            row.refuse("channels", "at least one channel");
            channels = null;
        }
        var sensitivity = row.oneOf("sensitivity", Sensitivity.class);
        var attributes = attributes(row);
        if (code == null
                || name == null
                || englishName == null
                || kind == null
                || holderKind == null
                || issuer == null
                || validity == null
                || channels == null
                || sensitivity == null
                || attributes == null) {
            return null;
        }
        return new LicenceType(
                code,
                name,
                englishName,
                kind,
                holderKind,
                issuer,
                validity.equals(PERMANENT) ? null : Period.parse(validity),
                EnumSet.copyOf(channels),
                sensitivity,
                attributes);
    }

    private static @Nullable List<Attribute> attributes(Row row) {
        var attributes = row.list("attributes", AttributeText::parse);
        if (attributes == null) {
            return null;
        }
        if (attributes.isEmpty()
                || attributes.stream().map(Attribute::key).distinct().count() < attributes.size()
                || attributes.stream().map(Attribute::name).distinct().count() < attributes.size()) {
            row.refuse("attributes", "at least one attribute, and no key or name twice");
            return null;
        }
        return attributes;
    }
}
