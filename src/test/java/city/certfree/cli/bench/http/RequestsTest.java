package city.certfree.cli.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.bench.city.Target;
import city.certfree.crypto.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final Target TARGET = new Target("bench-000", "S1", "T1", "111", "370499", "王\"小\\明", "N1", "I1");

    @Test
    void areJsonWhateverAnybodyIsCalled() {
        var json = Requests.inquiry(TARGET, 5) + "}";

        var object = StrictJson.object(json.getBytes(StandardCharsets.UTF_8));

        assertEquals("S1", object.get("itemCode"));
        assertEquals("BENCH-5", object.get("caseNumber"));
        assertEquals(Map.of("codeType", "111", "code", "370499", "name", "王\"小\\明"), object.get("holder"));
    }

    @Test
    void sayHowManyBytesFollow() {
        var request = new String(Requests.post("/p", "Cookie: c", "\"王\""), StandardCharsets.UTF_8);

        assertTrue(request.startsWith("POST /p HTTP/1.1\r\n"));
        assertTrue(request.contains("\r\nCookie: c\r\n"));
        assertTrue(request.endsWith("\r\nContent-Length: 5\r\n\r\n\"王\""));
    }
}
