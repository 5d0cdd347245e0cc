package city.certfree.cli.drill.client;

import city.certfree.cli.bench.city.Systems;
import city.certfree.cli.bench.http.HttpConnection;
import city.certfree.cli.bench.http.Requests;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Those who ask, and by what the service knows them: an access token for each system, a session for each citizen. */
public final class Parties {
    /** An access token lives ten minutes, and what is in doubt is asked about again for two. */
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(4);

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final int port;
    private final List<String> systems;
    private final Map<String, String> fields = new ConcurrentHashMap<>();
    private long renewedAt;

    private Parties(int port, Collection<String> systems) {
        this.port = port;
        this.systems = List.copyOf(systems);
    }

    /**
     * Signs everybody in.
     *
     * @param systems their client ids
     * @param citizens their numbers
     */
    public static Parties signIn(int port, Collection<String> systems, Collection<String> citizens) throws IOException {
        var parties = new Parties(port, systems);
        parties.renew();
        try (var connection = new HttpConnection(port, LIMIT)) {
            for (var citizen : citizens) {
                parties.fields.put(citizen, session(connection, citizen));
            }
        }
        return parties;
    }

    /** Gets new access tokens when the present ones are old. */
    public void renewOld() throws IOException {
        if (System.nanoTime() - renewedAt > RENEWED_AFTER.toNanos()) {
            renew();
        }
    }

    private void renew() throws IOException {
        try (var connection = new HttpConnection(port, LIMIT)) {
            for (var system : systems) {
                var answer = connection.send(Requests.token(system, Systems.SECRET));
                var token = TOKEN.matcher(answer.text());
                if (answer.status() != 200 || !token.find()) {
                    throw new IOException("no access token: " + answer.status());
                }
                fields.put(system, "Authorization: Bearer " + token.group(1));
            }
        }
        renewedAt = System.nanoTime();
    }

    private static String session(HttpConnection connection, String citizen) throws IOException {
        var body = "{\"holderCode\":" + Requests.quoted(citizen) + ",\"demo\":true}";
        var answer = connection.send(Requests.send("POST", "/api/v1/sessions", "Accept: application/json", body));
        var cookie = answer.header("set-cookie").replaceFirst(";.*", "");
        if (cookie.isEmpty()) {
            throw new IOException("no session: " + answer.status());
        }
        return "Cookie: " + cookie;
    }

    /** The field of the head that names one of them. */
    String field(String party) {
        return Objects.requireNonNull(fields.get(party));
    }
}
