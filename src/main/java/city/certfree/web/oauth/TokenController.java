package city.certfree.web.oauth;

import city.certfree.access.client.IssueAccessToken;
import city.certfree.access.client.IssueAccessToken.Result;
import city.certfree.token.AccessTokens;
import city.certfree.token.SignedToken;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.signin.Anonymous;
import city.certfree.web.signin.ClientAddress;
import city.certfree.web.signin.SignInProblems;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives systems access tokens: the client credentials grant (RFC 6749, section 4.4). */
@Anonymous
@AnswersProblems
@Controller("/oauth2/token")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokenController {
    private final IssueAccessToken issueAccessToken;
    private final ClientAuthentication authentication;
    private final ClientAddress address;

    TokenController(IssueAccessToken issueAccessToken, ClientAuthentication authentication, ClientAddress address) {
        this.issueAccessToken = issueAccessToken;
        this.authentication = authentication;
        this.address = address;
    }

    /** Gives a token to a client that authenticates by {@code client_secret_basic} or {@code private_key_jwt}. */
    // The body is read as text, for only so it shows whether a parameter is repeated; without one, all are missing.
    @Post
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TokenResponse.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The request is not one for a token",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TokenRefusal.class)))
    @ApiResponse(
            responseCode = "401",
            description = "The client is not authenticated",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TokenRefusal.class)))
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> token(@Nullable @Body String body, HttpRequest<?> request) {
        var form = FormParameters.parse(Objects.requireNonNullElse(body, ""));
        var grantType = form.find("grant_type")
                .orElseThrow(() -> new TokenError(Oauth.INVALID_REQUEST, "grant_type is missing"));
        var proof = authentication.read(request.getHeaders().getAll(HttpHeaders.AUTHORIZATION), form);
        if (!grantType.equals(Oauth.CLIENT_CREDENTIALS)) {
            throw new TokenError(Oauth.UNSUPPORTED_GRANT_TYPE, "grant_type is " + Oauth.CLIENT_CREDENTIALS);
        }
        return switch (issueAccessToken.issue(proof, address.of(request))) {
            case Result.Issued(var token) -> unstored(HttpResponse.ok(TokenResponse.of(token)));
            case Result.Refused refused ->
                throw new TokenError(Oauth.INVALID_CLIENT, "the client is not authenticated");
            case Result.TooManyAttempts(var pause) -> throw SignInProblems.tooManyAttempts(pause);
        };
    }

    @Error
    HttpResponse<?> refuse(TokenError error) {
        var problem = new TokenRefusal(error.error(), error.description());
        if (!error.error().equals(Oauth.INVALID_CLIENT)) {
            return unstored(HttpResponse.badRequest(problem));
        }
        return unstored(HttpResponse.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"certfree\", charset=\"UTF-8\"")
                .body(problem));
    }

    private static HttpResponse<?> unstored(MutableHttpResponse<?> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.PRAGMA, "no-cache");
    }

    /** RFC 6749, section 5.1. */
    @Serdeable
    record TokenResponse(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresInSeconds) {
        static TokenResponse of(SignedToken token) {
            return new TokenResponse(token.text(), "Bearer", AccessTokens.LIFETIME.toSeconds());
        }

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "TokenResponse";
        }
    }

    /** RFC 6749, section 5.2. */
    @Serdeable
    record TokenRefusal(String error, @JsonProperty("error_description") String description) {}
}
