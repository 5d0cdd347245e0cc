package city.certfree.web.signin;

import city.certfree.access.session.OpenedSessions;
import city.certfree.access.session.SessionToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** One of each kind of caller in the demo city, signed in, and a stranger of the same kind to some. */
final class DemoParties {
    static final String NOBODY = "nobody";

    /** The columns of the matrix. */
    static final List<String> ALL =
            List.of(NOBODY, "citizen", "clerk", "issuer", "supervisor", "auditor", "sysadmin", "secadmin", "system");

    private static final String CITIZEN = "370499199001010015";
    private static final String OTHER_CITIZEN = "370499199203050023";

    private final Caller caller;
    private final OpenedSessions sessions;
    private final Map<String, UnaryOperator<MutableHttpRequest<?>>> credentials = new HashMap<>();

    DemoParties(HttpClient http, OpenedSessions sessions) {
        this.caller = new Caller(http);
        this.sessions = sessions;
        credentials.put(NOBODY, request -> request);
        credentials.put("system", Caller.bearer(accessToken()));
        for (var who : ALL) {
            signInAgain(who);
        }
        signInAgain("other citizen");
        signInAgain("other clerk");
    }

    static Party party(String who) {
        return Party.valueOf(who.toUpperCase(Locale.ROOT));
    }

    Signed as(String who) {
        return new Signed(caller, Objects.requireNonNull(credentials.get(who), who));
    }

    /** After a session has ended; nothing happens with those who have none. */
    void signInAgain(String who) {
        if (!who.equals(NOBODY) && !who.equals("system")) {
            credentials.put(
                    who, Caller.cookie("certfree_session=" + session(who).text()));
        }
    }

    private SessionToken session(String who) {
        return switch (who) {
            case "citizen" -> sessions.ofCitizen(CITIZEN);
            case "other citizen" -> sessions.ofCitizen(OTHER_CITIZEN);
            case "other clerk" -> sessions.ofAccount("clerk02");
            default -> sessions.ofAccount(who + "01");
        };
    }

    private String accessToken() {
        var reply = caller.send(HttpRequest.POST("/oauth2/token", "grant_type=client_credentials")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                .basicAuth("demo-system", "demo-system-secret"));
        return reply.body().replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    /** Somebody who is signed in. */
    record Signed(Caller caller, UnaryOperator<MutableHttpRequest<?>> credential) {
        MutableHttpRequest<?> sign(MutableHttpRequest<?> request) {
            return credential.apply(request);
        }

        Caller.Reply send(MutableHttpRequest<?> request) {
            return caller.send(sign(request));
        }
    }
}
