package city.certfree.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.fixture.OnH2;
import city.certfree.web.signin.Caller;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
@Property(name = "certfree.public-url", value = "https://certfree.example")
class SecurityHeadersTest implements OnH2 {
    @Inject
    @Client("/")
    HttpClient http;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/phone", "/api-docs", "/assets/certfree.css", "/no-such-page", "/api/v1/me/licences"})
    void standInEveryResponse(String path) {
        var reply = new Caller(http).get(path, request -> request);
        assertEquals("nosniff", reply.header("X-Content-Type-Options"));
        assertEquals("same-origin", reply.header("Referrer-Policy"));
        assertEquals("same-origin", reply.header("Cross-Origin-Opener-Policy"));
        assertEquals("max-age=31536000", reply.header("Strict-Transport-Security"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/registry", "/counter", "/phone", "/proof/AAAAAAAAAAAAAAAAAAAAAA"})
    void h23_letAPageRunNothingButWhatIsOurs(String path) {
        assertEquals(
                "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
                new Caller(http).get(path, request -> request).header("Content-Security-Policy"));
    }

    @Test
    void letTheApiPageRunItsOwnScript() {
        var policy = new Caller(http).get("/api-docs", request -> request).header("Content-Security-Policy");
        assertTrue(policy.contains("script-src 'self' 'unsafe-inline'"));
        assertTrue(policy.contains("frame-ancestors 'none'"));
        assertFalse(policy.contains("http"));
    }

    @Test
    void letNobodyButTheReaderOfCodesRunWebAssembly() {
        assertEquals(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
                new Caller(http).get("/assets/decoder.js", request -> request).header("Content-Security-Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/counter", "/phone", "/api/v1/me/licences", "/api/v1/me/uses"})
    void keepWhatIsPersonalOutOfEveryCache(String path) {
        assertEquals("no-store", new Caller(http).get(path, request -> request).header("Cache-Control"));
    }
}
