package city.certfree.web.console.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.audit.Outcome;
import city.certfree.kernel.Channel;
import city.certfree.web.appearance.Words;
import city.certfree.web.page.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftCsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|'/c calc'!A1",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                " =1",
                "＝1+1",
                "＋1",
                "－1",
                "＠A",
                "|x",
                "%0"
            })
    void whatCouldBeAFormulaIsText(String text) {
        assertEquals("\"'" + text + "\"", ShiftCsv.cell(text));
    }

    @Test
    void quotationMarksAndLinesStayInTheirCell() {
        assertEquals("\"a\"\"b,\r\nc\"", ShiftCsv.cell("a\"b,\r\nc"));
        assertEquals("\"\"", ShiftCsv.cell(""));
    }

    @Test
    void aRowHasNothingPersonalButTheMaskedNumber() {
        var row = new ShiftRow(
                "AAAAAAAAAAAAAAAAAAAAAA",
                "2026-11-27 09:00:00",
                "出生登记",
                "=1+1",
                Words.inChinese("结婚证"),
                Channel.SHARE,
                "3704**********0015",
                Ending.of(Outcome.SHARED));
        var lines = ShiftCsv.of(List.of(row)).split("\r\n", -1);
        assertTrue(lines[0].startsWith("\uFEFF\"时间\""));
        assertEquals(
                "\"2026-11-27 09:00:00\",\"核验通过\",\"提供了证照信息\",\"出生登记\",\"'=1+1\",\"结婚证\",\"直接共享\","
                        + "\"3704**********0015\",\"AAAAAAAAAAAAAAAAAAAAAA\"",
                lines[1]);
    }
}
