package city.certfree.web.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    @Test
    void readsWhatTheCallerSays() {
        assertEquals(Optional.of(new Trace(ID, PARENT, true)), Trace.parse("00-" + ID + "-" + PARENT + "-01"));
        assertEquals(Optional.of(new Trace(ID, PARENT, false)), Trace.parse("00-" + ID + "-" + PARENT + "-00"));
        assertEquals(Optional.of(new Trace(ID, PARENT, true)), Trace.parse("00-" + ID + "-" + PARENT + "-ff"));
    }

    /** Section 4.3: a later version may add fields, and keeps the first four. */
    @Test
    void readsALaterVersion() {
        assertEquals(
                Optional.of(new Trace(ID, PARENT, true)), Trace.parse("cc-" + ID + "-" + PARENT + "-01-what-comes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0af7651916cd43dd8448eb211c80319c",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
                " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-370499199001010015aaaaaaaaaaaaaa王-b7ad6b7169203331-01"
            })
    void ignoresWhatIsMalformed(String header) {
        assertEquals(Optional.empty(), Trace.parse(header));
    }

    @Test
    void ignoresWhatIsSaidTwice() {
        var request = HttpRequest.GET("/")
                .header("traceparent", "00-" + ID + "-" + PARENT + "-01")
                .header("traceparent", "00-" + ID + "-" + PARENT + "-01");
        assertEquals(Optional.empty(), Trace.read(request));
    }

    @Test
    void isTheSameForAllOfARequestAndAnotherForTheNext() {
        var request = HttpRequest.GET("/");
        var trace = Trace.of(request);
        assertEquals(trace, Trace.of(request));
        assertEquals(32, trace.id().length());
        assertNotEquals(trace.id(), Trace.of(HttpRequest.GET("/")).id());
    }

    @Test
    void withoutACollectorThereIsNoSpan() {
        var request = HttpRequest.GET("/").header("traceparent", "00-" + ID + "-" + PARENT + "-01");
        var watched = Watched.begin(request);
        var off = new Traces(null, null);
        off.begin(request, watched);
        assertEquals(Optional.empty(), watched.span());
        assertEquals(ID, Trace.of(request).id());
        off.end(request, watched, Optional.empty(), 200);
    }
}
