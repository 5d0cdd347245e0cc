package city.certfree.licence.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.licence.intake.FeedFormat;
import city.certfree.licence.intake.FeedRow;
import city.certfree.licence.intake.FeedRow.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV says what NDJSON says, under the same rules; the pairs are written by hand after docs/licence-feed.md. */
class CsvRowsTest {
    private static final String COLUMNS =
            "type,certificateNumber,holders/0/codeType,holders/0/code,holders/0/name,issuedOn,validFrom,validTo,"
                    + "attributes/proofNo,attributes/remark";

    private static final String PROOF =
            "11370400XN0011053M025,枣公证字1,111,370499199001010015,王小明,2026-11-01,2026-11-01,,P-1,";

    private static final String PROOF_AS_JSON =
            """
            {"type":"11370400XN0011053M025","certificateNumber":"枣公证字1",\
            "holders":[{"codeType":"111","code":"370499199001010015","name":"王小明"}],\
            "issuedOn":"2026-11-01","validFrom":"2026-11-01","attributes":{"proofNo":"P-1"}}
            """;

    @Test
    void saysWhatALineOfNdjsonSays() {
        assertSame(PROOF_AS_JSON, COLUMNS + "\r\n" + PROOF + "\r\n");
    }

    @Test
    void takesQuotationMarksAndCommasAsContent() {
        var json = PROOF_AS_JSON.replace("\"P-1\"", "\"P, \\\"1\\\" zwei\",\"remark\":\" =1+1 \"");
        assertSame(json, COLUMNS + "\n" + PROOF.replace("P-1,", "\"P, \"\"1\"\" zwei\", =1+1 ") + "\n");
    }

    @Test
    void takesSeveralHoldersAndColumnsInAnyOrder() {
        var json = PROOF_AS_JSON.replace(
                "\"}],", "\"},{\"codeType\":\"111\",\"code\":\"370499199203050023\",\"name\":\"李小红\"}],");
        assertSame(
                json,
                "holders/1/name,holders/1/code,holders/1/codeType," + COLUMNS + "\n李小红,370499199203050023,111,"
                        + PROOF);
    }

    @Test
    void takesARepresentative() {
        assertSame(
                """
                {"represents":{"person":{"codeType":"111","code":"370499199001010015","name":"王小明"},\
                "organisation":{"codeType":"001","code":"91350100M000100Y43","name":"虚拟食品店"}}}
                """,
                "represents/person/codeType,represents/person/code,represents/person/name,"
                        + "represents/organisation/codeType,represents/organisation/code,represents/organisation/name\n"
                        + "111,370499199001010015,王小明,001,91350100M000100Y43,虚拟食品店\n");
    }

    /** As spreadsheets write it, even before a name in quotation marks. */
    @ParameterizedTest
    @ValueSource(strings = {"type", "\"type\""})
    void passesOverAByteOrderMark(String first) {
        assertSame(PROOF_AS_JSON, "\uFEFF" + COLUMNS.replaceFirst("type", first) + "\n" + PROOF);
    }

    @Test
    void passesOverRecordsWithoutContentAndCountsTheirLines() {
        var rows = read(COLUMNS + "\n\n,,,,,,,,,\n" + PROOF + "\n\"a\nb\"\nc\n");
        assertInstanceOf(FeedRow.OfLicence.class, rows.getFirst());
        assertEquals(List.of(4L, 5L, 7L), rows.stream().map(FeedRow::line).toList());
    }

    @Test
    void ofNothingThereIsNothing() {
        assertEquals(List.of(), read(""));
        assertEquals(List.of(), read(COLUMNS));
        assertEquals(List.of(), read("\uFEFF"));
    }

    /** What is expected is said by the place that NDJSON has for it. */
    @ParameterizedTest
    @CsvSource({
        "370499199001010015, 370499199001010016, /holders/0/code",
        "2026-11-01, 2026-02-30, /issuedOn",
        "11370400XN0011053M025, '', /type",
        "王小明, '', /holders/0/name"
    })
    void namesThePlaceOfAFlaw(String part, String replacement, String pointer) {
        var flaw = flaw(
                read(COLUMNS + "\n" + PROOF.replaceFirst(part, replacement)).getFirst());
        assertEquals(pointer, flaw.flaw().pointer());
        assertEquals(2, flaw.line());
    }

    /** As NDJSON does. */
    @Test
    void refusesALineEndWithinACell() {
        var rows = read(COLUMNS + "\n" + PROOF.replace("P-1", "\"P\n1\"") + "\n" + PROOF);
        assertEquals("/attributes/proofNo", flaw(rows.getFirst()).flaw().pointer());
        assertEquals(
                4, assertInstanceOf(FeedRow.OfLicence.class, rows.getLast()).line());
    }

    @Test
    void refusesAHolderThatIsLeftOut() {
        var columns = COLUMNS + ",holders/2/codeType,holders/2/code,holders/2/name\n";
        var flaw = flaw(read(columns + PROOF + ",111,370499199203050023,李小红").getFirst());
        assertEquals("/holders", flaw.flaw().pointer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "surname",
                "type,type",
                "holders/0",
                "holders/00/code",
                "attributes/",
                "attributes/a/b",
                "type,",
                "Type"
            })
    void readsNothingUnderColumnsThatItDoesNotKnow(String columns) {
        var rows = read(columns + "\n" + PROOF + "\n" + PROOF);
        assertEquals(1, rows.size());
        assertEquals(1, rows.getFirst().line());
        assertTrue(flaw(rows.getFirst()).flaw().expected().contains("a column name such as"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"only,two", PROOF + ","})
    void refusesARecordThatHasNotTheCellsOfTheColumnsAndReadsOn(String record) {
        var rows = read(COLUMNS + "\n" + record + "\n" + PROOF);
        assertEquals(
                "as many cells as there are columns: 10",
                flaw(rows.getFirst()).flaw().expected());
        assertInstanceOf(FeedRow.OfLicence.class, rows.getLast());
    }

    /** Where a quotation mark is missing, what follows it cannot be told from it: nothing of that is taken in. */
    @ParameterizedTest
    @ValueSource(strings = {"\"open", "5\" wide", "\"closed\" too early"})
    void endsWhereQuotationMarksAreWrong(String cell) {
        var rows =
                read(COLUMNS + "\n" + PROOF + "\n" + PROOF.replace("P-1", cell) + "\n" + PROOF + "\n" + PROOF + "\n");
        assertEquals(2, rows.size());
        assertInstanceOf(FeedRow.OfLicence.class, rows.getFirst());
        assertEquals(3, flaw(rows.getLast()).line());
    }

    /** As of a file that was cut off within a cell: half of it is not taken for the whole. */
    @Test
    void refusesALastCellThatIsOpen() {
        var rows = read(COLUMNS + "\n" + PROOF + "\n" + PROOF + "\"half a rem");
        assertEquals(2, rows.size());
        assertEquals("a closing quotation mark", flaw(rows.getLast()).flaw().expected());
        assertEquals(3, flaw(rows.getLast()).line());
    }

    @Test
    void endsWhereARecordHasNoEnd() {
        var rows = read(COLUMNS + "\n" + PROOF + "\n" + PROOF.replace("P-1", "x".repeat(1 << 20)) + "\n" + PROOF);
        assertEquals(2, rows.size());
        assertEquals(3, flaw(rows.getLast()).line());
        var cells = read(COLUMNS + "\n" + PROOF + "\n" + ",".repeat(2 << 20) + "\n" + PROOF);
        assertEquals(2, cells.size());
        assertEquals(3, flaw(cells.getLast()).line());
    }

    @Test
    void endsWhereTheTextIsNotUtf8() {
        var rows = read(COLUMNS + "\n" + PROOF, Charset.forName("GB18030"));
        assertEquals("UTF-8", flaw(rows.getLast()).flaw().expected());
        assertEquals(1, rows.size());
    }

    @Test
    void aStreamThatFailsIsNoEnd() throws IOException {
        try (var in = new Failing((COLUMNS + "\n" + PROOF).getBytes(UTF_8))) {
            var rows = new StreamedFeeds().read(in, FeedFormat.CSV);
            assertThrows(UncheckedIOException.class, () -> rows.forEachRemaining(row -> {}));
        }
    }

    /** Fails where it should end. */
    private static final class Failing extends FilterInputStream {
        Failing(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count < 0) {
                throw new IOException("gone");
            }
            return count;
        }
    }

    private static void assertSame(String json, String csv) {
        var lines = new ArrayList<FeedRow>();
        new StreamedFeeds()
                .read(new ByteArrayInputStream(json.getBytes(UTF_8)), FeedFormat.NDJSON)
                .forEachRemaining(lines::add);
        var rows = read(csv);
        assertEquals(1, lines.size());
        assertEquals(1, rows.size());
        switch (lines.getFirst()) {
            case FeedRow.OfLicence(long line, var licence) ->
                assertEquals(new FeedRow.OfLicence(2, licence), rows.getFirst());
            case FeedRow.OfRepresentation(long line, var representation) ->
                assertEquals(new FeedRow.OfRepresentation(2, representation), rows.getFirst());
            case Unreadable(long line, var flaw) -> throw new AssertionError(flaw.toString());
        }
    }

    private static Unreadable flaw(FeedRow row) {
        return assertInstanceOf(Unreadable.class, row);
    }

    private static List<FeedRow> read(String csv) {
        return read(csv, UTF_8);
    }

    private static List<FeedRow> read(String csv, Charset charset) {
        var rows = new ArrayList<FeedRow>();
        new StreamedFeeds()
                .read(new ByteArrayInputStream(csv.getBytes(charset)), FeedFormat.CSV)
                .forEachRemaining(rows::add);
        return rows;
    }
}
