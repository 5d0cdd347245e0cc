package city.certfree.web.signin;

import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the credentials in a request's headers. In the address, where logs would keep them, none is taken. */
@Singleton
final class CredentialsReader {
    private static final String BEARER = "Bearer ";

    private final SessionCookie cookie;

    CredentialsReader(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /** @throws ProblemException if an access token stands in the address (RFC 6750, section 2.3, which is not offered) */
    Credentials read(HttpRequest<?> request) {
        if (request.getParameters().contains("access_token")) {
            throw ProblemException.of(
                    ProblemCode.UNKNOWN_PARAMETER, "?access_token", "a token stands in the Authorization header");
        }
        var authorizations = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        var session = cookie.in(request);
        if (authorizations.size() > 1 || (!authorizations.isEmpty() && session.isPresent())) {
            return new Credentials.Several();
        }
        if (session.isPresent()) {
            return new Credentials.OfSession(session.get());
        }
        return authorizations.stream()
                .findFirst()
                .flatMap(CredentialsReader::bearer)
                .orElseGet(Credentials.None::new);
    }

    /** The scheme's name knows no case (RFC 9110, section 11.1). */
    private static Optional<Credentials> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(new Credentials.Bearer(
                        authorization.substring(BEARER.length()).strip()))
                : Optional.empty();
    }
}
