package city.certfree.web.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;

/** Tells the browser what a page may do: load from here only, run no script but ours, stand in nobody's frame. */
@ServerFilter("/**")
final class PageHeaders {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /** Swagger UI brings styles of its own in the page. */
    private static final String NOT_OURS = "/api-docs";

    private static final List<String> PERSONAL = List.of("/counter", "/phone");

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("X-Content-Type-Options", "nosniff");
        if (!isPage(response) || request.getPath().startsWith(NOT_OURS)) {
            return;
        }
        response.header("Content-Security-Policy", POLICY);
        response.header("Referrer-Policy", "same-origin");
        if (PERSONAL.stream().anyMatch(request.getPath()::startsWith)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isPage(MutableHttpResponse<?> response) {
        return response.getContentType()
                .filter(type -> type.getName().equals(MediaType.TEXT_HTML))
                .isPresent();
    }
}
