package city.certfree.web.oauth;

import city.certfree.token.TokenSettings;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.signin.Anonymous;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Tells clients how to get access tokens (RFC 8414). */
@Anonymous
@AnswersProblems
@Controller("/.well-known/oauth-authorization-server")
final class MetadataController {
    private static final String CACHED = "public, max-age=3600";

    private final Metadata metadata;

    MetadataController(TokenSettings settings) {
        this.metadata = Metadata.of(settings.issuer().toString());
    }

    @Get
    HttpResponse<Metadata> metadata() {
        return HttpResponse.ok(metadata).header(HttpHeaders.CACHE_CONTROL, CACHED);
    }

    /** RFC 8414, section 2; no response type, because there is no authorization endpoint. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Metadata(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("jwks_uri") String jwksUri,
            @JsonProperty("grant_types_supported") List<String> grantTypes,
            @JsonProperty("response_types_supported") List<String> responseTypes,
            @JsonProperty("token_endpoint_auth_methods_supported") List<String> authenticationMethods,
            @JsonProperty("token_endpoint_auth_signing_alg_values_supported") List<String> assertionAlgorithms) {
        Metadata {
            grantTypes = List.copyOf(grantTypes);
            responseTypes = List.copyOf(responseTypes);
            authenticationMethods = List.copyOf(authenticationMethods);
            assertionAlgorithms = List.copyOf(assertionAlgorithms);
        }

        static Metadata of(String issuer) {
            return new Metadata(
                    issuer,
                    issuer + "/oauth2/token",
                    issuer + "/.well-known/jwks.json",
                    List.of(Oauth.CLIENT_CREDENTIALS),
                    List.of(),
                    List.of("client_secret_basic", "private_key_jwt"),
                    List.of("ES256", "EdDSA", "SM2SM3"));
        }
    }
}
