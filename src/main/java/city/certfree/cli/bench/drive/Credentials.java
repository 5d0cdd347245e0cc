package city.certfree.cli.bench.drive;

import city.certfree.cli.bench.city.Systems;
import city.certfree.cli.bench.city.Target;
import city.certfree.cli.bench.http.HttpConnection;
import city.certfree.cli.bench.http.Requests;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** By what the callers are known: an access token for each system, a session for each citizen. */
public final class Credentials {
    /** An access token lives ten minutes; no phase takes as long as what is left of it then. */
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(4);

    private static final byte[] TOKEN = Requests.bytes("\"access_token\":\"");

    private final Map<String, String> systems = new ConcurrentHashMap<>();
    private final Map<String, String> citizens = new TreeMap<>();
    private final TreeSet<String> names = new TreeSet<>();
    private final int port;
    private long renewedAt;

    /** @param port of the service */
    public Credentials(int port) {
        this.port = port;
    }

    /**
     * Signs everybody in.
     *
     * @param asked whose systems ask
     * @param shown whose holders show
     * @throws IOException if the service does not let them in
     */
    public void signIn(Stream<Target> asked, List<Target> shown) throws IOException {
        asked.forEach(target -> names.add(target.client()));
        shown.forEach(target -> names.add(target.client()));
        renewAll();
        try (var connection = new HttpConnection(port)) {
            for (var target : shown) {
                if (!citizens.containsKey(target.code())) {
                    citizens.put(target.code(), session(connection, target.code()));
                }
            }
        }
    }

    /**
     * Gets new access tokens, when the present ones are old.
     *
     * @throws IOException if the service gives none
     */
    public void renew() throws IOException {
        if (System.nanoTime() - renewedAt > RENEWED_AFTER.toNanos()) {
            renewAll();
        }
    }

    private void renewAll() throws IOException {
        try (var connection = new HttpConnection(port)) {
            for (var system : names) {
                var answer = connection.send(Requests.token(system, Systems.SECRET));
                var token = answer.textAfter(TOKEN);
                if (answer.status() != 200 || token.isEmpty()) {
                    throw new IOException("no access token: " + answer.status());
                }
                systems.put(system, "Authorization: Bearer " + token);
            }
        }
        renewedAt = System.nanoTime();
    }

    private static String session(HttpConnection connection, String citizen) throws IOException {
        var body = "{\"holderCode\":" + Requests.quoted(citizen) + ",\"demo\":true}";
        var answer = connection.send(Requests.post("/api/v1/sessions", "Accept: application/json", body));
        var cookie = answer.header("set-cookie").replaceFirst(";.*", "");
        if (cookie.isEmpty()) {
            throw new IOException("no session: " + answer.shortened());
        }
        return "Cookie: " + cookie;
    }

    /** The field that names the system that asks. */
    String ofSystem(Target target) {
        return Objects.requireNonNull(systems.get(target.client()));
    }

    /** The field that names the holder. */
    String ofCitizen(Target target) {
        return Objects.requireNonNull(citizens.get(target.code()));
    }
}
