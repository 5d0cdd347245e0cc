package city.certfree.web.console.shift;

import city.certfree.access.window.WindowNumber;
import city.certfree.token.TokenSettings;
import city.certfree.web.page.Typed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Remembers on the machine at which window it stands, so that it is typed once. It says nothing of anybody. */
@Singleton
public final class WindowCookie {
    private static final String NAME = "certfree_window";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final boolean https;

    WindowCookie(TokenSettings settings) {
        this.https = "https".equals(settings.issuer().getScheme());
    }

    /** The cookie that holds a number. */
    public Cookie holding(WindowNumber number) {
        return Cookie.of(NAME, URLEncoder.encode(number.value(), StandardCharsets.UTF_8))
                .path("/counter")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(https)
                .sameSite(SameSite.Strict);
    }

    /** The number that the machine remembers; empty text when it remembers none. */
    public static String in(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .flatMap(cookie -> decoded(cookie.getValue()))
                .flatMap(text -> Typed.as(WindowNumber::new, text))
                .map(WindowNumber::value)
                .orElse("");
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
