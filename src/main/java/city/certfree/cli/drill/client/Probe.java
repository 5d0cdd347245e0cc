package city.certfree.cli.drill.client;

import city.certfree.cli.bench.http.HttpConnection;
import city.certfree.cli.bench.http.Requests;
import java.io.IOException;
import java.time.Duration;

/** Looks at the service as a load balancer does. */
public final class Probe implements AutoCloseable {
    private static final String READINESS = "/health/readiness";
    private static final String LIVENESS = "/health/liveness";
    private static final String SUMMARY = "/api/v1/registry/summary";

    private final HttpConnection connection;

    /** @param limit how long the service may be silent before it counts as gone */
    public Probe(int port, Duration limit) {
        this.connection = new HttpConnection(port, limit);
    }

    /** Whether the node should get requests. */
    public boolean isReady() {
        return status(READINESS) == 200;
    }

    /** Whether the process lives. */
    public boolean isAlive() {
        return status(LIVENESS) == 200;
    }

    /** Whether it answers what needs no record. */
    public boolean answersThePublic() {
        return status(SUMMARY) == 200;
    }

    private int status(String path) {
        try {
            return connection.send(Requests.get(path)).status();
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
