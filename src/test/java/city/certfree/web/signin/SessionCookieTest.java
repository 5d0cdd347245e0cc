package city.certfree.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.certfree.access.session.SessionToken;
import city.certfree.token.TokenSettings;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
    private static final SessionToken TOKEN = SessionToken.next();

    @Test
    void isBoundToItsHostWhereTheServiceIsReachedOverHttps() {
        var cookie = cookie("https://certfree.example").holding(TOKEN);
        assertEquals("__Host-certfree_session", cookie.getName());
        assertTrue(cookie.isSecure());
        assertTrue(cookie.isHttpOnly());
        assertEquals("/", cookie.getPath());
        assertEquals(Optional.of(SameSite.Strict), cookie.getSameSite());
    }

    @Test
    void isRemovedByAnEmptyOne() {
        var removal = cookie("http://localhost:8080").removal();
        assertEquals("", removal.getValue());
        assertEquals(0, removal.getMaxAge());
    }

    private static SessionCookie cookie(String publicUrl) {
        return new SessionCookie(new TokenSettings(URI.create(publicUrl), Duration.ZERO));
    }
}
