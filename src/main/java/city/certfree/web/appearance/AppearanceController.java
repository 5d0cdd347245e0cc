package city.certfree.web.appearance;

import city.certfree.token.TokenSettings;
import city.certfree.web.page.Form;
import city.certfree.web.signin.Anonymous;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes the switches of a page: larger type, another language. Remembers them in the browser and goes back to the page. */
@Hidden
@Anonymous
@Controller("/appearance")
public final class AppearanceController {
    private static final Duration A_YEAR = Duration.ofDays(365);

    /** Nothing but a path of this site: no other host can be named without a second slash. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}|/");

    private static final URI START = URI.create("/");

    private final boolean https;

    AppearanceController(TokenSettings settings) {
        this.https = "https".equals(settings.issuer().getScheme());
    }

    /** What is not said stays as it was; what is not known is what everybody sees. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> choose(@Body Map<String, Object> body) {
        var form = new Form(body);
        MutableHttpResponse<?> back = HttpResponse.seeOther(back(form.text("back")));
        remember(back, Appearance.SIZE, form.text("size"));
        remember(back, Appearance.LANGUAGE, form.text("language"));
        return back;
    }

    private void remember(MutableHttpResponse<?> answer, String name, String value) {
        if (value.matches("[A-Za-z-]{1,10}")) {
            answer.cookie(Cookie.of(name, value)
                    .path("/")
                    .maxAge(A_YEAR)
                    .httpOnly(true)
                    .secure(https)
                    .sameSite(SameSite.Lax));
        }
    }

    private static URI back(String path) {
        try {
            return OWN_PATH.matcher(path).matches() ? URI.create(path) : START;
        } catch (IllegalArgumentException noAddress) {
            return START;
        }
    }
}
