package city.certfree.cli.bench.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.cli.bench.drive.Arrivals;
import city.certfree.cli.bench.http.Requests;
import city.certfree.cli.bench.http.ScriptedServer;
import city.certfree.cli.bench.http.Talk.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that says what the test tells it. */
class CrowdTest {
    private static final Duration LENGTH = Duration.ofMillis(200);
    private static final Arrivals CALLS = Arrivals.of(200, LENGTH, 1);
    private static final Question QUESTION = new Question(Requests.get("/"), answer -> answer.status() == 200);

    @SuppressWarnings("NullAway.Init") // set before each test
    private ScriptedServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void countsWhatIsRight() throws IOException {
        server.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        var outcome = rush();
        assertEquals(CALLS.count(), outcome.counts().due());
        assertEquals(outcome.counts().sent(), outcome.right().right());
        assertEquals(outcome.counts().sent(), outcome.right().latencies().getTotalCount());
    }

    @Test
    void countsWhatIsToComeAgainAndWhatIsNeither() throws IOException {
        server.answer("HTTP/1.1 503 No\r\nRetry-After: 2\r\nContent-Length: 0\r\n\r\n");
        var refused = rush();
        assertEquals(refused.counts().sent(), refused.refused().right());
        assertEquals(0, refused.right().right() + refused.other().wrong());
    }

    @Test
    void countsARefusalWithoutATimeAsSomethingElse() throws IOException {
        server.answer("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n");
        var outcome = rush();
        assertEquals(outcome.counts().sent(), outcome.other().wrong());
        assertTrue(outcome.other().note().startsWith("503"));
    }

    @Test
    void countsWhatIsCutOff() throws IOException {
        server.answer("HTTP/1.1 200 OK\r\nContent-Len");
        var outcome = rush();
        assertEquals(outcome.counts().sent(), outcome.counts().cut());
    }

    @Test
    void countsWhomNobodyLetsIn() throws IOException {
        server.close();
        var outcome = rush();
        assertEquals(outcome.counts().sent(), outcome.counts().turnedAway());
        assertEquals(0, outcome.counts().cut());
    }

    private Outcome rush() throws IOException {
        try (var crowd = new Crowd(server.port(), 4)) {
            // On a busy machine not all are sent that are due.
            var outcome = crowd.rush(CALLS, LENGTH, () -> Optional.of(QUESTION));
            assertTrue(outcome.counts().sent() > 0);
            return outcome;
        }
    }
}
