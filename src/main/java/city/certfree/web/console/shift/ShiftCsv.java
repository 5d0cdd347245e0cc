package city.certfree.web.console.shift;

import city.certfree.web.page.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A clerk's day as a file for a spreadsheet (RFC 4180), in UTF-8 with a mark, without which the usual programs take it for
 * another encoding. What could be a formula there is text.
 */
final class ShiftCsv {
    private static final String MARK = "\uFEFF";
    private static final String END_OF_LINE = "\r\n";

    /** What begins a formula in one of the usual programs, also in full width. */
    private static final String BEGINS_A_FORMULA = "=+-@|%\t\r\n＝＋－＠";

    private ShiftCsv() {}

    static String of(List<ShiftRow> rows) {
        var head = Stream.of("时间", "结论", "说明", "事项", "办件编号", "证照", "方式", "持证人（已遮盖）", "记录号");
        return MARK + line(head) + rows.stream().map(row -> line(cells(row))).collect(Collectors.joining());
    }

    private static Stream<String> cells(ShiftRow row) {
        return Stream.of(
                row.at(),
                row.ending().tone().verdict().chinese(),
                row.ending().brief().chinese(),
                row.item(),
                row.caseNumber(),
                row.type().chinese(),
                Wording.of(row.channel()),
                row.holder(),
                row.recordId());
    }

    private static String line(Stream<String> cells) {
        return cells.map(ShiftCsv::cell).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    /** An apostrophe makes text of what follows it; white space before a formula does not save from it. */
    static String cell(String text) {
        var stripped = text.strip();
        boolean formula = (!stripped.isEmpty() && BEGINS_A_FORMULA.indexOf(stripped.charAt(0)) >= 0)
                || (!text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0);
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
