package city.certfree.web.appearance;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How the visitor wants pages.
 *
 * @param language as chosen by the switch; the browser's own languages do not count, for a phone bought abroad may belong to
 *     anybody
 * @param large whether in large type (长辈版)
 * @param here the address to come back to from a switch
 * @param opensAgain whether the same page is there, and not just the start: what answered a form cannot be opened again
 */
public record Appearance(Language language, boolean large, String here, boolean opensAgain) {
    static final String SIZE = "certfree_size";
    static final String LARGE = "large";
    static final String LANGUAGE = "certfree_language";

    static final Appearance PLAIN = new Appearance(Language.CHINESE, false, "/", true);

    private static final ScopedValue<Appearance> CURRENT = ScopedValue.newInstance();

    /** Of the page that is being written; Chinese and of normal size where none is. */
    public static Appearance current() {
        return CURRENT.orElse(PLAIN);
    }

    /** As the request's cookies say it. */
    public static Appearance of(HttpRequest<?> request) {
        var language = says(request, LANGUAGE, Language.ENGLISH.tag()::equals) ? Language.ENGLISH : Language.CHINESE;
        return new Appearance(language, says(request, SIZE, LARGE::equals), here(request), opensAgain(request));
    }

    /** Writes a page under it. */
    <T, X extends Throwable> T whileWriting(ScopedValue.CallableOp<T, X> page) throws X {
        return ScopedValue.where(CURRENT, this).call(page);
    }

    private static boolean says(HttpRequest<?> request, String cookie, Predicate<String> what) {
        return request.getCookies()
                .findCookie(cookie)
                .map(Cookie::getValue)
                .filter(what)
                .isPresent();
    }

    private static boolean opensAgain(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET;
    }

    /** Where a page cannot be opened again, the way leads to the start. */
    private static String here(HttpRequest<?> request) {
        if (!opensAgain(request)) {
            return Stream.of("/phone", "/counter")
                    .filter(request.getPath()::startsWith)
                    .findFirst()
                    .orElse("/");
        }
        var query = request.getUri().getRawQuery();
        return query == null ? request.getPath() : request.getPath() + "?" + query;
    }
}
