package city.certfree.web.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.fixture.OnH2;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@MicronautTest(transactional = false)
@Property(name = "certfree.first-head-limit", value = "300ms")
class SlowConnectionTest implements OnH2 {
    private static final int END = -1;

    @Inject
    EmbeddedServer server;

    @Test
    @Timeout(30)
    void h11_endsBeforeAHeadThatDoesNotEnd() throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n".getBytes(US_ASCII));
            assertEquals(END, socket.getInputStream().read());
        }
    }
}
