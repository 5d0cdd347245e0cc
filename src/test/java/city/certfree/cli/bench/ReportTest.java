package city.certfree.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.bench.drive.Line;
import city.certfree.cli.bench.drive.Tally;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Surroundings HERE = new Surroundings(Map.of("java", "25 \"x\"", "processors", 2));

    /** A thousand right answers in two seconds, in 3 s of the processor. */
    private static final Figures VERIFY = figures(Line.VERIFY, 1_000, 0);

    /** Twice as many. */
    private static final Figures RAW = figures(Line.RAW_POINT_SELECT, 2_000, 0);

    @Test
    @SuppressWarnings("unchecked")
    void tellsProgramsWhatTheyExpect() throws ParseException {
        var json = object(new Report(List.of(RAW, VERIFY), HERE));

        var verify = ((List<Map<String, Object>>) Objects.requireNonNull(json.get("lines"))).getLast();
        assertEquals("verify", verify.get("name"));
        assertEquals(500.0, number(verify, "perSecond"));
        assertEquals(0.5, number(verify, "ratio"));
        assertEquals(3.0, number(verify, "cpuSecondsPerThousand"));
        assertEquals(2.0, number(verify, "p50Millis"), 0.01);
        assertEquals(5.0, number(verify, "p99Millis"), 0.01);
        assertEquals(0.0, number(verify, "errors"));
        assertEquals("25 \"x\"", ((Map<String, Object>) Objects.requireNonNull(json.get("environment"))).get("java"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void tellsNoRatioWithoutRawPointSelects() {
        var json = new Report(List.of(VERIFY), HERE).json();

        assertTrue(json.contains("\"ratio\":null"));
        assertTrue(new Report(List.of(VERIFY), HERE).text().contains(" - "));
    }

    @Test
    void isFlawlessOnlyWhereEverythingWasAnsweredRightly() {
        assertTrue(new Report(List.of(RAW, VERIFY), HERE).isFlawless());
        assertFalse(new Report(List.of(RAW, figures(Line.SHARE, 1_000, 1)), HERE).isFlawless());
        assertFalse(new Report(List.of(RAW, Figures.nothing(Line.SHARE)), HERE).isFlawless());
    }

    @Test
    void showsErrorsToPeople() {
        var text = new Report(List.of(RAW, figures(Line.SHARE, 1_000, 7)), HERE).text();

        assertTrue(text.contains("7 ERRORS: 500 broken"), text);
        assertTrue(text.contains("processors: 2"), text);
    }

    @Test
    void isDrawnAsADocumentWithABarForEachLine() throws Exception {
        var svg = Chart.of(new Report(List.of(RAW, VERIFY), HERE));

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var bars = document.getElementsByTagName("rect");
        // The ground is one, too.
        assertEquals(3, bars.getLength());
        double raw = Double.parseDouble(
                bars.item(1).getAttributes().getNamedItem("width").getNodeValue());
        double verify = Double.parseDouble(
                bars.item(2).getAttributes().getNamedItem("width").getNodeValue());
        assertEquals(0.5, verify / raw, 0.01);
    }

    private static Figures figures(Line line, long right, long wrong) {
        var latencies = new Histogram(3);
        for (int i = 0; i < 98; i++) {
            latencies.recordValue(2_000_000);
        }
        latencies.recordValue(5_000_000);
        latencies.recordValue(9_000_000);
        var note = wrong == 0 ? "" : "500 broken";
        var saturated = new Tally(right, wrong, 2_000_000_000L, new Histogram(3), note);
        var offered = new Tally(100, 0, 1_000_000_000L, latencies, "");
        var cpu = new ProcessorTime(Map.of("service", Duration.ofSeconds(1), "driver", Duration.ofSeconds(2)));
        return new Figures(line, saturated, cpu, offered, Tally.nothing());
    }

    private static Map<String, Object> object(Report report) throws ParseException {
        return JSONObjectUtils.parse(report.json());
    }

    private static double number(Map<String, Object> object, String member) {
        return ((Number) Objects.requireNonNull(object.get(member))).doubleValue();
    }
}
