package city.certfree.web.signin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Calls the service as browsers and systems do, and takes a refusal as an answer like any other. */
public final class Caller {
    /** So that the answers to two calls may be the same bytes. */
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final HttpClient http;

    public Caller(HttpClient http) {
        this.http = http;
    }

    public Reply get(String path, UnaryOperator<MutableHttpRequest<?>> with) {
        return send(with.apply(HttpRequest.GET(path)));
    }

    public Reply signIn(String body, UnaryOperator<MutableHttpRequest<?>> with) {
        return send(with.apply(HttpRequest.POST("/api/v1/sessions", body)));
    }

    public Reply signIn(String body) {
        return signIn(body, request -> request);
    }

    public Reply signIn(String name, String password) {
        return signIn("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
    }

    public Reply signIn(String name, String password, String otp) {
        return signIn("{\"username\":\"%s\",\"password\":\"%s\",\"otp\":\"%s\"}".formatted(name, password, otp));
    }

    public Reply signOut(String session) {
        return send(HttpRequest.DELETE("/api/v1/sessions").header("Cookie", session));
    }

    public Reply send(MutableHttpRequest<?> request) {
        try {
            return reply(http.toBlocking().exchange(request.header("traceparent", TRACE), String.class));
        } catch (HttpClientResponseException e) {
            return reply(e.getResponse());
        }
    }

    private static Reply reply(HttpResponse<?> response) {
        return new Reply(
                response.code(),
                response.getHeaders(),
                response.getBody(String.class).orElse(""));
    }

    public static UnaryOperator<MutableHttpRequest<?>> cookie(String session) {
        return request -> request.header("Cookie", session);
    }

    public static UnaryOperator<MutableHttpRequest<?>> bearer(String token) {
        return request -> request.header("Authorization", "Bearer " + token);
    }

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, String body) {
        /** Empty when there is no such header. */
        public String header(String name) {
            return Objects.requireNonNullElse(headers.get(name), "");
        }

        /** The session's cookie, as a browser sends it back. */
        public String session() {
            var cookie = header("Set-Cookie");
            return cookie.substring(0, cookie.indexOf(';'));
        }

        public boolean isProblem(String code) {
            return header("Content-Type").startsWith("application/problem+json")
                    && body.contains("\"code\":\"" + code + "\"");
        }
    }
}
