package city.certfree.registry.feed;

import java.util.Arrays;
import java.util.List;

/** The files of a registry with their columns, in the order in which they refer to each other. */
enum RegistryFile {
    DEPARTMENTS("departments", "code,name,uscc", "note"),
    LICENCE_TYPES(
            "licence-types",
            "code,name,english_name,kind,holder_kind,issuing_department_code,validity,channels,sensitivity,attributes",
            ""),
    EXEMPTED_ITEMS("exempted-items", "item_code,name,category,level,department_code,theme,audience,legal_basis", ""),
    ITEM_EXEMPTIONS("item-exemptions", "item_code,material_name,licence_type_code,mode,required,condition", "fields"),
    OFFICES(
            "offices",
            "office_code,name,kind,district_code,address,longitude,latitude,opening_hours,phone,departments,town",
            "synthetic");

    private final String sheet;
    private final String required;
    private final String optional;

    RegistryFile(String sheet, String required, String optional) {
        this.sheet = sheet;
        this.required = required;
        this.optional = optional;
    }

    /** The place of a file in this order; -1: none of them. */
    static int order(String fileName) {
        return Arrays.stream(values())
                .filter(f -> f.fileName().equals(fileName))
                .findFirst()
                .map(RegistryFile::ordinal)
                .orElse(-1);
    }

    /** The name of the CSV file. */
    String fileName() {
        return sheet + ".csv";
    }

    /** The name of the workbook's sheet. */
    String sheetName() {
        return sheet;
    }

    /** The columns that a file must have. */
    List<String> requiredColumns() {
        return split(required);
    }

    /** All columns that a file may have, in the order in which the service writes them. */
    List<String> columns() {
        return split(optional.isEmpty() ? required : required + "," + optional);
    }

    private static List<String> split(String columns) {
        return List.of(columns.split(",", -1));
    }
}
