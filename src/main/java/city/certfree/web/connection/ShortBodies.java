package city.certfree.web.connection;

import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Refuses a body by its announced length, before any of it is sent. The framework counts what it gathers itself, and what is sent
 * without a length.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ShortBodies implements Ordered {
    private final long most;

    /** @param most bytes of a body that does not stream */
    ShortBodies(@Property(name = "micronaut.server.max-request-buffer-size") long most) {
        this.most = most;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getContentLength() > most && !StreamedBodies.are(request.getPath())) {
            throw ProblemException.of(ProblemCode.BODY_TOO_LARGE);
        }
    }

    /** Before every filter that looks at anything else. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.before();
    }
}
