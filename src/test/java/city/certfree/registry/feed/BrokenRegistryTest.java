package city.certfree.registry.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a row can be wrong, in CSV files and in a workbook: found, and said where. */
class BrokenRegistryTest {
    private static final String DEPARTMENTS = "departments.csv";
    private static final String TYPES = "licence-types.csv";
    private static final String ITEMS = "exempted-items.csv";
    private static final String EXEMPTIONS = "item-exemptions.csv";
    private static final String OFFICES = "offices.csv";

    static Stream<Arguments> headers() {
        return Stream.of(
                broken("empty file", r -> r.file(OFFICES, ""), "offices.csv:1  «»"),
                broken("header without rows", r -> r.without(OFFICES, "37"), "offices.csv:1  «»"),
                broken("missing column", r -> r.with(OFFICES, ",town,", ","), "offices.csv:1 town «»"),
                broken(
                        "unknown column",
                        r -> r.with(DEPARTMENTS, "note", "remark"),
                        "departments.csv:1 remark «remark»"),
                broken("column twice", r -> r.with(DEPARTMENTS, "note", "uscc"), "departments.csv:1 uscc «uscc»"),
                broken(
                        "misspelled column",
                        r -> r.with(ITEMS, "theme", "topic"),
                        "exempted-items.csv:1 theme «»",
                        "exempted-items.csv:1 topic «topic»"));
    }

    static Stream<Arguments> departmentsAndTypes() {
        return Stream.of(
                broken(
                        "department code",
                        r -> r.plus(DEPARTMENTS, "11o7,枣庄市教育局,11370400XN00110295,"),
                        "departments.csv:4 code «11o7»"),
                broken(
                        "check character of a credit code",
                        r -> r.plus(DEPARTMENTS, "1102,枣庄市教育局,11370400XN00110296,"),
                        "departments.csv:4 uscc «11370400XN00110296»"),
                broken(
                        "department code twice",
                        r -> r.plus(DEPARTMENTS, "1105,枣庄市教育局,11370400XN00110295,"),
                        "departments.csv:4 code «1105»"),
                broken(
                        "department name twice",
                        r -> r.plus(DEPARTMENTS, "1102,枣庄市公安局,11370400XN00110295,"),
                        "departments.csv:4 name «枣庄市公安局»"),
                broken(
                        "credit code twice",
                        r -> r.plus(DEPARTMENTS, "1102,枣庄市教育局,11370400XN0011053M,"),
                        "departments.csv:4 uscc «11370400XN0011053M»"),
                broken(
                        "department without a name",
                        r -> r.plus(DEPARTMENTS, "1102,,11370400XN00110295,"),
                        "departments.csv:4 name «»"),
                broken(
                        "check character of a type code",
                        r -> r.plus(TYPES, type("11370400XN0011053N009", "1105", "SHARE", "a:甲:string")),
                        "licence-types.csv:4 code «11370400XN0011053N009»"),
                broken(
                        "type of an unknown department",
                        r -> r.plus(TYPES, type("11370400XN0011053M009", "9999", "SHARE", "a:甲:string")),
                        "licence-types.csv:4 issuing_department_code «9999»"),
                broken(
                        "unknown channel",
                        r -> r.plus(TYPES, type("11370400XN0011053M009", "1105", "SHARE|FAX", "a:甲:string")),
                        "licence-types.csv:4 channels «FAX»"),
                broken(
                        "channel twice",
                        r -> r.plus(TYPES, type("11370400XN0011053M009", "1105", "SHARE|SHARE", "a:甲:string")),
                        "licence-types.csv:4 channels «SHARE|SHARE»"),
                broken(
                        "no channel",
                        r -> r.plus(TYPES, type("11370400XN0011053M009", "1105", "", "a:甲:string")),
                        "licence-types.csv:4 channels «»"),
                broken(
                        "attribute of an unknown type",
                        r -> r.plus(TYPES, type("11370400XN0011053M009", "1105", "SHARE", "a:甲:text")),
                        "licence-types.csv:4 attributes «a:甲:text»"),
                broken(
                        "attribute named like the certificate number",
                        r -> r.plus(
                                TYPES, type("11370400XN0011053M009", "1105", "SHARE", "certificateNumber:甲:string")),
                        "licence-types.csv:4 attributes «certificateNumber:甲:string»"),
                broken(
                        "attribute twice",
                        r -> r.plus(TYPES, type("11370400XN0011053M009", "1105", "SHARE", "a:甲:string|a:乙:string")),
                        "licence-types.csv:4 attributes «a:甲:string|a:乙:string»"),
                broken(
                        "kind of licence",
                        r -> r.with(TYPES, ",证照,NATURAL_PERSON,1105", ",卡,NATURAL_PERSON,1105"),
                        "licence-types.csv:2 kind «卡»"),
                broken(
                        "holder kind",
                        r -> r.with(TYPES, "NATURAL_PERSON,1106", "PERSON,1106"),
                        "licence-types.csv:3 holder_kind «PERSON»"),
                broken("validity", r -> r.with(TYPES, "P20Y", "20 years"), "licence-types.csv:2 validity «20 years»"),
                broken(
                        "sensitivity",
                        r -> r.with(TYPES, "SHARE|LOOKUP,HIGH", "SHARE|LOOKUP,VERY"),
                        "licence-types.csv:3 sensitivity «VERY»"));
    }

    static Stream<Arguments> itemsAndExemptions() {
        return Stream.of(
                broken(
                        "item code",
                        r -> r.plus(ITEMS, "S 1,甲,行政确认,市级,1105,出生,个人,"),
                        "exempted-items.csv:4 item_code «S 1»"),
                broken(
                        "item code twice",
                        r -> r.plus(ITEMS, "S07110500013,甲,行政确认,市级,1105,出生,个人,"),
                        "exempted-items.csv:4 item_code «S07110500013»"),
                broken(
                        "item of the same name at the same level",
                        r -> r.plus(ITEMS, "S1,出生登记,行政确认,镇街级,1105,出生,个人,")
                                .plus(EXEMPTIONS, "S1,生育证明,,CANCELLED,true,,"),
                        "exempted-items.csv:4 name «出生登记»"),
                broken(
                        "item without exemption",
                        r -> r.plus(ITEMS, "S1,甲,行政确认,市级,1105,出生,个人,"),
                        "exempted-items.csv:4 item_code «S1»"),
                broken("category", r -> r.with(ITEMS, "行政确认,镇街级", "行政,镇街级"), "exempted-items.csv:2 category «行政»"),
                broken("level", r -> r.with(ITEMS, "镇街级", "村级"), "exempted-items.csv:2 level «村级»"),
                broken("audience", r -> r.with(ITEMS, "both", "所有人"), "exempted-items.csv:3 audience «所有人»"),
                broken(
                        "legal basis",
                        r -> r.with(ITEMS, "《中华人民共和国户口登记条例》", "户口登记条例"),
                        "exempted-items.csv:2 legal_basis «户口登记条例»"),
                broken(
                        "item of an unknown department",
                        r -> r.with(ITEMS, "镇街级,1105", "镇街级,9999"),
                        "exempted-items.csv:2 department_code «9999»"),
                broken(
                        "exemption of an unknown item",
                        r -> r.plus(EXEMPTIONS, "S1,生育证明,,CANCELLED,true,,"),
                        "item-exemptions.csv:5 item_code «S1»"),
                broken(
                        "unknown licence type",
                        r -> r.plus(EXEMPTIONS, "S07110500013,甲,11370400XN0011053M999,SHARE,true,,"),
                        "item-exemptions.csv:5 licence_type_code «11370400XN0011053M999»"),
                broken(
                        "channel that the type does not offer",
                        r -> r.plus(EXEMPTIONS, "S07110500013,甲,11370400XN0011061G001,SHOW,true,,"),
                        "item-exemptions.csv:5 mode «SHOW»"),
                broken(
                        "channel without a type",
                        r -> r.plus(EXEMPTIONS, "S07110500013,甲,,SHARE,true,,"),
                        "item-exemptions.csv:5 licence_type_code «»"),
                broken(
                        "unknown mode",
                        r -> r.with(EXEMPTIONS, "CANCELLED", "DROPPED"),
                        "item-exemptions.csv:3 mode «DROPPED»"),
                broken(
                        "required",
                        r -> r.with(EXEMPTIONS, "CANCELLED,true", "CANCELLED,yes"),
                        "item-exemptions.csv:3 required «yes»"),
                broken("condition missing", r -> r.with(EXEMPTIONS, "到场办理的", ""), "item-exemptions.csv:4 condition «»"),
                broken(
                        "condition of what is always required",
                        r -> r.with(EXEMPTIONS, "CANCELLED,true,", "CANCELLED,true,未婚的"),
                        "item-exemptions.csv:3 condition «未婚的»"),
                broken(
                        "unknown field",
                        r -> r.with(EXEMPTIONS, "certNo|wifeIdNo", "certNo|idNo"),
                        "item-exemptions.csv:2 fields «idNo»"),
                broken(
                        "field twice",
                        r -> r.with(EXEMPTIONS, "certNo|wifeIdNo", "certNo|certNo"),
                        "item-exemptions.csv:2 fields «certNo|certNo»"),
                broken(
                        "fields without a type",
                        r -> r.with(EXEMPTIONS, "CANCELLED,true,,", "CANCELLED,true,,certNo"),
                        "item-exemptions.csv:3 fields «certNo»"),
                broken(
                        "material twice",
                        r -> r.plus(EXEMPTIONS, "S07110500013,生育证明,,COMMITMENT,true,,"),
                        "item-exemptions.csv:5 material_name «生育证明»"));
    }

    static Stream<Arguments> offices() {
        return Stream.of(
                broken(
                        "office code",
                        r -> r.with(OFFICES, "37040350002,", "3704035002,"),
                        "offices.csv:3 office_code «3704035002»"),
                broken(
                        "code of another district",
                        r -> r.with(OFFICES, "37040350002,", "37040250002,"),
                        "offices.csv:3 office_code «37040250002»"),
                broken("kind of office", r -> r.with(OFFICES, ",部门专厅,", ",大厅,"), "offices.csv:3 kind «大厅»"),
                broken(
                        "coordinates swapped",
                        r -> r.with(OFFICES, "117.263000,34.795000", "34.795000,117.263000"),
                        "offices.csv:3 longitude «34.795000»",
                        "offices.csv:3 latitude «117.263000»"),
                broken(
                        "coordinate that is no number",
                        r -> r.with(OFFICES, "34.795000", "34°47'"),
                        "offices.csv:3 latitude «34°47'»"),
                broken(
                        "opening hours",
                        r -> r.with(OFFICES, "每天 09:00-17:00", "9点到17点"),
                        "offices.csv:3 opening_hours «9点到17点»"),
                broken(
                        "closing before opening",
                        r -> r.with(OFFICES, "每天 09:00-17:00", "每天 17:00-09:00"),
                        "offices.csv:3 opening_hours «每天 17:00-09:00»"),
                broken(
                        "time that does not exist",
                        r -> r.with(OFFICES, "每天 09:00-17:00", "每天 09:00-25:00"),
                        "offices.csv:3 opening_hours «每天 09:00-25:00»"),
                broken("telephone", r -> r.with(OFFICES, "0632-0183321", "call us"), "offices.csv:3 phone «call us»"),
                broken(
                        "unknown department served",
                        r -> r.with(OFFICES, "1105|1106", "1105|9999"),
                        "offices.csv:2 departments «9999»"),
                broken("no department served", r -> r.with(OFFICES, "1105|1106", ""), "offices.csv:2 departments «»"),
                broken(
                        "too long a name",
                        r -> r.with(OFFICES, "薛城区公安服务厅", "厅".repeat(201)),
                        "offices.csv:3 name «" + "厅".repeat(80) + "»"),
                broken(
                        "half a character replaced",
                        r -> r.with(OFFICES, "永福路1号", "永\uFFFD路"),
                        "offices.csv:3 address «永\uFFFD路»"),
                broken(
                        "invisible character",
                        r -> r.with(OFFICES, "永福路1号", "永\u200B福路"),
                        "offices.csv:3 address «永\u200B福路»"),
                broken(
                        "several rows",
                        r -> r.with(OFFICES, ",部门专厅,", ",大厅,").with(DEPARTMENTS, "1106,枣庄市民政局", "1106,枣庄市公安局"),
                        "departments.csv:3 name «枣庄市公安局»",
                        "offices.csv:3 kind «大厅»"));
    }

    @ParameterizedTest
    @MethodSource({"headers", "departmentsAndTypes", "itemsAndExemptions", "offices"})
    void isFoundInCsvFiles(UnaryOperator<SmallRegistryFiles> change, List<String> problems) {
        assertEquals(problems, problemsOf(change.apply(new SmallRegistryFiles()).csv()));
    }

    @ParameterizedTest
    @MethodSource({"headers", "departmentsAndTypes", "itemsAndExemptions", "offices"})
    void isFoundInAWorkbook(UnaryOperator<SmallRegistryFiles> change, List<String> problems) {
        assertEquals(problems, problemsOf(change.apply(new SmallRegistryFiles()).workbook()));
    }

    /** File, line, column and value of each problem. */
    static List<String> problemsOf(RegistrySource source) {
        return assertInstanceOf(RegistryReading.Rejected.class, RegistryReading.of(source)).problems().stream()
                .map(p -> "%s:%d %s «%s»".formatted(p.file(), p.line(), p.column(), p.value()))
                .toList();
    }

    private static Arguments broken(String name, UnaryOperator<SmallRegistryFiles> change, String... problems) {
        return Arguments.of(Named.of(name, change), List.of(problems));
    }

    private static String type(String code, String department, String channels, String attributes) {
        return "%s,居住证,Residence Permit,证照,BOTH,%s,PERMANENT,%s,LOW,%s"
                .formatted(code, department, channels, attributes);
    }
}
