package city.certfree.web.signin;

import city.certfree.access.session.SessionToken;
import city.certfree.kernel.InvalidValue;
import city.certfree.token.TokenSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The cookie that holds a session's token: no script reads it, no other site sends it, and over https nothing else does. */
@Singleton
public final class SessionCookie {
    private static final String NAME = "certfree_session";

    /** Browsers take a cookie of this prefix only from its own host, over https, for all paths (RFC 6265bis). */
    private static final String HOST_PREFIX = "__Host-";

    private final boolean https;

    SessionCookie(TokenSettings settings) {
        this.https = "https".equals(settings.issuer().getScheme());
    }

    /** Ends with the browser, at the latest. */
    public Cookie holding(SessionToken token) {
        return cookie(token.text());
    }

    /** Deletes it from the browser. */
    public Cookie removal() {
        return cookie("").maxAge(Duration.ZERO);
    }

    /** The token a request brings; empty when it brings none, or something that is no token. */
    public Optional<SessionToken> in(HttpRequest<?> request) {
        return request.getCookies().findCookie(name()).map(Cookie::getValue).flatMap(SessionCookie::parse);
    }

    private Cookie cookie(String value) {
        return Cookie.of(name(), value).path("/").httpOnly(true).secure(https).sameSite(SameSite.Strict);
    }

    private String name() {
        return https ? HOST_PREFIX + NAME : NAME;
    }

    private static Optional<SessionToken> parse(String text) {
        try {
            return Optional.of(SessionToken.parse(text));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
