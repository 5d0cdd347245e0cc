package city.certfree.registry.feed;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A registry of a few rows that is right, for tests to change one thing in. */
public final class SmallRegistryFiles {
    private final Map<String, String> files = new LinkedHashMap<>();

    public SmallRegistryFiles() {
        files.put(
                "departments.csv",
                """
                code,name,uscc,note
                1105,枣庄市公安局,11370400XN0011053M,synthetic
                1106,枣庄市民政局,11370400XN0011061G,synthetic
                """);
        files.put(
                "licence-types.csv",
                """
                code,name,english_name,kind,holder_kind,issuing_department_code,validity,channels,sensitivity,attributes
                11370400XN0011053M001,居民身份证,Resident Identity Card,证照,NATURAL_PERSON,1105,P20Y,SHARE|VERIFY|SHOW,HIGH,\
                holderName:姓名:string|birthDate:出生日期:date:sensitive|photo:照片:image
                11370400XN0011061G001,结婚证,Marriage Certificate,证照,NATURAL_PERSON,1106,PERMANENT,SHARE|LOOKUP,HIGH,\
                certNo:结婚证字号:string|wifeIdNo:女方公民身份号码:string:sensitive
                """);
        files.put(
                "exempted-items.csv",
                """
                item_code,name,category,level,department_code,theme,audience,legal_basis
                S07110500013,出生登记,行政确认,镇街级,1105,出生,个人,《中华人民共和国户口登记条例》
                S07110600012,内地居民离婚登记,行政确认,区县级,1106,婚育,both,
                """);
        files.put(
                "item-exemptions.csv",
                """
                item_code,material_name,licence_type_code,mode,required,condition,fields
                S07110500013,父母结婚证复印件,11370400XN0011061G001,SHARE,true,,certNo|wifeIdNo
                S07110500013,生育证明,,CANCELLED,true,,
                S07110600012,居民身份证,11370400XN0011053M001,VERIFY,false,到场办理的,
                """);
        files.put(
                "offices.csv",
                """
                office_code,name,kind,district_code,address,longitude,latitude,opening_hours,phone,departments,town,synthetic
                37040010001,枣庄市政务服务中心,市政务服务中心,370400,民生路279号,117.320427,34.811341,\
                周一至周五 09:00-12:00 13:00-17:00；周六 09:00-12:00,0632-0057174,1105|1106,,address
                37040350002,薛城区公安服务厅,部门专厅,370403,永福路1号,117.263000,34.795000,每天 09:00-17:00,0632-0183321,1105,临城街道,
                """);
    }

    /** Replaces a text that must be there. */
    public SmallRegistryFiles with(String file, String text, String replacement) {
        var before = files.getOrDefault(file, "");
        if (!before.contains(text)) {
            throw new IllegalArgumentException(file + " has no " + text);
        }
        files.put(file, before.replace(text, replacement));
        return this;
    }

    /** Adds a line at the end of a file. */
    public SmallRegistryFiles plus(String file, String line) {
        files.merge(file, line + "\n", String::concat);
        return this;
    }

    /** Leaves out the lines that begin so. */
    public SmallRegistryFiles without(String file, String prefix) {
        var kept = new StringBuilder();
        files.getOrDefault(file, "")
                .lines()
                .filter(line -> !line.startsWith(prefix))
                .forEach(line -> kept.append(line).append('\n'));
        files.put(file, kept.toString());
        return this;
    }

    /** Replaces a whole file. */
    public SmallRegistryFiles file(String file, String content) {
        files.put(file, content);
        return this;
    }

    /** Leaves out a whole file. */
    public SmallRegistryFiles withoutFile(String file) {
        files.remove(file);
        return this;
    }

    public Map<String, String> files() {
        return Map.copyOf(files);
    }

    public RegistrySource csv() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return RegistrySource.csv(bytes);
    }

    public RegistrySource workbook() {
        return workbook(files);
    }

    /** A workbook with a sheet for each file, every cell of it text. */
    static RegistrySource workbook(Map<String, String> files) {
        return workbook(files, others -> {});
    }

    static RegistrySource workbook(Map<String, String> files, Consumer<Workbook> others) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "certfree", "1.0")) {
            files.forEach((name, text) -> write(workbook.newWorksheet(name.replace(".csv", "")), text));
            others.accept(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RegistrySource.workbook(bytes.toByteArray());
    }

    private static void write(Worksheet sheet, String csv) {
        int line = 0;
        for (var record : CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(csv)) {
            for (int column = 0; column < record.getFieldCount(); column++) {
                sheet.value(line, column, record.getField(column));
            }
            line++;
        }
    }
}
