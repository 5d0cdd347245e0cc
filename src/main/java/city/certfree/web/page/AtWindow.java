package city.certfree.web.page;

import io.micronaut.http.HttpRequest;

/** At which window the clerk sits who sent a request, once that has been found out for it. */
public final class AtWindow {
    private static final String NUMBER = "certfree.window";

    private AtWindow() {}

    /** Remembers the number with the request. */
    public static void remember(HttpRequest<?> request, String number) {
        request.setAttribute(NUMBER, number);
    }

    /** The number that was told; empty: none. */
    public static String number(HttpRequest<?> request) {
        return request.getAttribute(NUMBER, String.class).orElse("");
    }
}
