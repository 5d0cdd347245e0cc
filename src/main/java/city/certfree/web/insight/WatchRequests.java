package city.certfree.web.insight;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;

/** Sees every request first and every answer last. What is done here is done for each: it looks nothing up by name. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class WatchRequests implements Ordered {
    private final RequestTimes times;
    private final Traces traces;

    WatchRequests(RequestTimes times, Traces traces) {
        this.times = times;
        this.traces = traces;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        traces.begin(request, Watched.begin(request));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        var watched = Watched.of(request);
        var route = RouteAttributes.getRouteInfo(request);
        times.answered(route, response.code(), watched.elapsed());
        traces.end(request, watched, route, response.code());
    }

    /** Around all others, so that what a filter refuses is seen, too. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.before();
    }
}
