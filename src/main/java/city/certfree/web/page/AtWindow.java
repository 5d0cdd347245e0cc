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

    /** The name of an office, and the window in it where one was told. */
    public static String in(String office, HttpRequest<?> request) {
        return request.getAttribute(NUMBER, String.class)
                .filter(number -> !number.isEmpty())
                .map(number -> office + " · " + number + " 号窗口")
                .orElse(office);
    }
}
