package city.certfree.web.insight;

import static java.util.stream.Collectors.joining;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sends what was planted to where it does not belong: paths, queries, headers, forms, and bodies that are none. */
final class Astray implements AutoCloseable {
    /** Beside what every query may have. */
    private static final List<String> FIELDS = List.of(
            "holderCode",
            "code",
            "name",
            "token",
            "account",
            "username",
            "password",
            "otp",
            "client_id",
            "client_secret",
            "client_assertion",
            "caseNumber",
            "purpose",
            "certificateNumber",
            "q",
            "to",
            "recordId",
            "text");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final Planted planted;
    private final List<HttpResponse<String>> answers = new ArrayList<>();

    Astray(URI server, Planted planted) {
        this.server = server;
        this.planted = planted;
    }

    /**
     * Calls a route wrongly in every way.
     *
     * @param credential a header with its value; empty: nobody's
     */
    void call(UriRouteInfo<?, ?> route, Map<String, String> credential) {
        var path = route.getUriMatchTemplate()
                .toPathString()
                .replaceAll("\\{[^}]*\\}", encoded(planted.values().getFirst()));
        if (route.getHttpMethod() == HttpMethod.GET) {
            send(request(path + "?" + form(), credential).GET().build());
        } else {
            send(body(path + "?" + form(), credential, route, "application/json", "{}"));
            send(body(path, credential, route, "application/json", "{\"holder\":[" + quoted() + ","));
            send(body(path, credential, route, "application/json", json(1)));
            send(body(path, credential, route, "application/json", json(30)));
            send(body(path, credential, route, "application/x-www-form-urlencoded", form()));
            send(body(path, credential, route, "text/plain", String.join("\r\n", planted.values())));
        }
    }

    private HttpRequest body(
            String path, Map<String, String> credential, UriRouteInfo<?, ?> route, String type, String body) {
        return request(path, credential)
                .header("Content-Type", type)
                .method(route.getHttpMethodName(), BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path, Map<String, String> credential) {
        var everything = planted.values().stream().map(Astray::encoded).collect(joining(" "));
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("User-Agent", everything)
                .header("Referer", "http://localhost/?" + form())
                .header("Accept-Language", everything)
                .header("traceparent", "00-" + planted.values().getFirst() + "-x-01")
                .header("tracestate", "a=" + encoded(planted.values().getFirst()))
                .header("baggage", "holder=" + encoded(planted.values().getFirst()))
                .header("X-Forwarded-For", planted.values().getFirst())
                .header("If-None-Match", "\"" + everything + "\"")
                .header("X-Request-Id", everything);
        credential.forEach(request::header);
        return request;
    }

    private void send(HttpRequest request) {
        try {
            answers.add(client.send(request, BodyHandlers.ofString()));
        } catch (IOException cutOff) {
            // The service may end a connection on which it is sent nonsense.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back so far. */
    List<HttpResponse<String>> answers() {
        return List.copyOf(answers);
    }

    private String form() {
        return IntStream.range(0, FIELDS.size())
                .mapToObj(i -> FIELDS.get(i) + "=" + encoded(value(i)))
                .collect(joining("&"));
    }

    /** @param times how often each value is repeated in its field */
    private String json(int times) {
        return IntStream.range(0, FIELDS.size())
                .mapToObj(i -> "\"" + FIELDS.get(i) + "\":\"" + value(i).repeat(times) + "\"")
                .collect(joining(",", "{", "}"));
    }

    private String quoted() {
        return planted.values().stream().map(value -> "\"" + value + "\"").collect(joining(","));
    }

    private String value(int i) {
        return planted.values().get(i % planted.values().size());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
