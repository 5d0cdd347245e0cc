package city.certfree.web.signin;

import static java.util.stream.Collectors.toMap;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
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

    private static final Map<String, String> SIGN_IN = Map.of(
            "citizen", citizen("370499199001010015"),
            "other citizen", citizen("370499199203050023"),
            "clerk", staff("clerk"),
            "other clerk", "{\"username\":\"clerk02\",\"password\":\"Demo-clerk-02\"}",
            "issuer", staff("issuer"),
            "supervisor", staff("supervisor"),
            "auditor", staff("auditor"),
            "sysadmin", staff("sysadmin"),
            "secadmin", staff("secadmin"));

    private final Caller caller;
    private final Map<String, UnaryOperator<MutableHttpRequest<?>>> credentials;

    DemoParties(HttpClient http) {
        caller = new Caller(http);
        credentials = SIGN_IN.keySet().stream().collect(toMap(who -> who, this::session));
        credentials.put(NOBODY, request -> request);
        credentials.put("system", Caller.bearer(accessToken()));
    }

    static Party party(String who) {
        return Party.valueOf(who.toUpperCase(Locale.ROOT));
    }

    Signed as(String who) {
        return new Signed(caller, Objects.requireNonNull(credentials.get(who), who));
    }

    /** After a session has ended. */
    void signInAgain(String who) {
        if (SIGN_IN.containsKey(who)) {
            credentials.put(who, session(who));
        }
    }

    private UnaryOperator<MutableHttpRequest<?>> session(String who) {
        return Caller.cookie(
                caller.signIn(Objects.requireNonNull(SIGN_IN.get(who))).session());
    }

    private String accessToken() {
        var reply = caller.send(HttpRequest.POST("/oauth2/token", "grant_type=client_credentials")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                .basicAuth("demo-system", "demo-system-secret"));
        return reply.body().replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    private static String staff(String role) {
        return "{\"username\":\"%1$s01\",\"password\":\"Demo-%1$s-01\"}".formatted(role);
    }

    private static String citizen(String number) {
        return "{\"holderCode\":\"%s\",\"demo\":true}".formatted(number);
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
