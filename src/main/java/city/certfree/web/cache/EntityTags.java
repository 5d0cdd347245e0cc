package city.certfree.web.cache;

import city.certfree.kernel.Sha256;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.util.Arrays;

/** Gives every answer of a {@link Cacheable} controller the digest of its bytes as its ETag (RFC 9110, section 8.8.3). */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EntityTags {
    /** As long as it may take until all nodes answer from a new version of the registry. */
    private static final String FIVE_SECONDS = "public, max-age=5, must-revalidate";

    private final JsonMapper json;

    EntityTags(JsonMapper json) {
        this.json = json;
    }

    @ResponseFilter
    void tag(HttpRequest<?> request, MutableHttpResponse<?> response) throws IOException {
        var body = response.body();
        if (!isCacheable(request) || response.status() != HttpStatus.OK || body == null) {
            return;
        }
        var bytes = json.writeValueAsBytes(body);
        var tag = "\"" + Sha256.of(bytes) + "\"";
        response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, FIVE_SECONDS);
        if (isKnown(request, tag)) {
            response.status(HttpStatus.NOT_MODIFIED).body(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        } else {
            response.body(bytes);
        }
    }

    /** Asked here and not by a conditional filter, whose condition the framework forgets when a request names its origin. */
    private static boolean isCacheable(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(route -> route.getAnnotationMetadata().hasAnnotation(Cacheable.class))
                .isPresent();
    }

    /** RFC 9110, section 13.1.2: a list of tags, compared weakly, or an asterisk. */
    private static boolean isKnown(HttpRequest<?> request, String tag) {
        return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(field -> Arrays.stream(field.split(",", -1)))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
