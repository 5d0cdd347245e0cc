package city.certfree.web.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.crypto.KeyPurpose;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Profile;
import city.certfree.crypto.file.NewKeys;
import city.certfree.crypto.file.SampleKeys;
import city.certfree.fixture.OnH2;
import city.certfree.kernel.DepartmentCode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class KeySetControllerTest implements OnH2 {
    private static final String PATH = "/.well-known/jwks.json";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path keys;

    @Inject
    @Client("/")
    HttpClient http;

    @Inject
    KeyRing ring;

    /** With keys of its own, as a deployment has them. */
    @Override
    public Map<String, String> getProperties() {
        try {
            for (var file : NewKeys.files(Profile.INTL, List.of(new DepartmentCode("1101"), new DepartmentCode("1102")))
                    .entrySet()) {
                Files.createDirectories(keys.resolve(file.getKey()).getParent());
                Files.writeString(keys.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var properties = new HashMap<>(OnH2.super.getProperties());
        properties.put("certfree.keys", keys.toString());
        properties.put("certfree.keys-refresh-interval", "100ms");
        properties.put("endpoints.health.details-visible", "ANONYMOUS");
        return properties;
    }

    @Test
    void publishesTheKeysOfTheServiceAndOfEveryIssuer() throws ParseException {
        var published = JWKSet.parse(keySet());

        assertEquals(6, published.size());
        var log = published.getKeyByKeyId(ring.signer(KeyPurpose.LOG).kid());
        assertTrue(log instanceof OctetKeyPair && log.getAlgorithm().equals(JWSAlgorithm.EdDSA));
        var kid = ring.issuer(new DepartmentCode("1102")).kid();
        assertTrue(published.getKeyByKeyId(kid) instanceof ECKey);
        assertTrue(keySet().contains("\"certfree_issuer\":\"1102\""));
        assertNotEquals(
                SampleKeys.ring().signer(KeyPurpose.SHOW).kid(),
                ring.signer(KeyPurpose.SHOW).kid());
    }

    @Test
    void publishesNothingPrivate() throws ParseException {
        assertFalse(JWKSet.parse(keySet()).getKeys().stream().anyMatch(JWK::isPrivate));
        assertFalse(keySet().contains("\"oct\""));
    }

    /** What stands in the files now is told where only the operator looks; callers go on as before. */
    @Test
    void tellsInTheHealthDetailThatChangedFilesAreNotTakenOver() throws IOException {
        var file = keys.resolve("service.jwks.json");
        var good = Files.readString(file);
        var before = keySet();

        Files.writeString(file, good.replaceFirst("\"show\"", "\"shown\""));
        var health = "";
        while (!health.contains("refusedChange")) {
            health = health();
        }
        assertTrue(health.contains("certfree_purpose is not a word known here"), health);
        assertEquals(before, keySet());

        Files.writeString(file, good);
        while (health.contains("refusedChange")) {
            health = health();
        }
        assertEquals(before, keySet());
    }

    @Test
    void mayBeCached() {
        var response = exchange("Accept", "*/*");

        assertEquals("public, max-age=300", response.header(HttpHeaders.CACHE_CONTROL));
        assertTrue(String.valueOf(response.header(HttpHeaders.ETAG)).matches("\"[0-9a-f]{64}\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void answersNothingToWhoKnowsTheKeys(String ifNoneMatch) {
        var etag = exchange("Accept", "*/*").header(HttpHeaders.ETAG);

        var response = exchange(HttpHeaders.IF_NONE_MATCH, ifNoneMatch.formatted(etag));

        assertEquals(HttpStatus.NOT_MODIFIED, response.status());
        assertEquals(etag, response.header(HttpHeaders.ETAG));
    }

    @Test
    void answersToWhoKnowsOtherKeys() {
        var request = HttpRequest.GET(PATH).header(HttpHeaders.IF_NONE_MATCH, "\"other\"");

        assertEquals(
                HttpStatus.OK, http.toBlocking().exchange(request, String.class).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/jwk-set+json", "*/*"})
    void speaksTheTypesThatClientsAskFor(String accept) {
        var request = HttpRequest.GET(PATH).header(HttpHeaders.ACCEPT, accept);

        assertEquals(
                HttpStatus.OK, http.toBlocking().exchange(request, String.class).status());
    }

    /** 503, because no registry is published here. */
    private String health() {
        var down = assertThrows(HttpClientResponseException.class, () -> http.toBlocking()
                .exchange(HttpRequest.GET("/health"), Argument.STRING, Argument.STRING));
        return down.getResponse().getBody(String.class).orElse("");
    }

    private String keySet() {
        return http.toBlocking().retrieve(PATH);
    }

    private HttpResponse<String> exchange(String header, String value) {
        return http.toBlocking().exchange(HttpRequest.GET(PATH).header(header, value), String.class);
    }
}
