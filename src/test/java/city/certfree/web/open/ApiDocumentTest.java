package city.certfree.web.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ApiDocumentTest {
    private static final JsonNode PATHS = read().path("paths");

    @Test
    void saysOfEveryCallThatItMayEndWithAProblem() {
        var silent = new ArrayList<String>();
        PATHS.forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
            var responses = operation.path("responses");
            if (!responses.has("4XX") || !responses.has("5XX")) {
                silent.add(method + " " + path);
            }
        }));
        assertEquals(List.of(), silent, "their controllers lack @AnswersProblems");
    }

    /** Paths of the contract; {@code /status-lists} and what later issues bring are not among them yet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/registry/summary",
                "/api/v1/items",
                "/api/v1/items/{itemCode}",
                "/api/v1/licence-types",
                "/api/v1/licence-types/{code}",
                "/api/v1/departments",
                "/api/v1/offices",
                "/.well-known/jwks.json",
                "/.well-known/oauth-authorization-server",
                "/oauth2/token",
                "/api/v1/sessions",
                "/api/v1/shares",
                "/api/v1/verifications",
                "/api/v1/lookups",
                "/api/v1/lookups/{recordId}/unmasking",
                "/api/v1/show-verifications",
                "/api/v1/me/licences",
                "/api/v1/me/shows",
                "/api/v1/me/shows/{showId}",
                "/api/v1/me/uses"
            })
    void describes(String path) {
        assertTrue(PATHS.has(path));
    }

    private static JsonNode read() {
        return new YAMLMapper()
                .readTree(Objects.requireNonNull(
                        ApiDocumentTest.class.getResourceAsStream("/META-INF/swagger/openapi.yml")));
    }
}
