package city.certfree.web.signin;

import city.certfree.kernel.Presumptions;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to its route only when whoever sends it may call that; browsers are led from a page to its door. Open
 * routes cost no look at the database.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SignInFilter implements ConditionalFilter, Ordered {
    private final SignedIn signedIn;
    private final Presumptions presumptions;

    /** By route, of which there are as many as methods. */
    private final Map<RouteInfo<?>, RouteNeeds> needs = new ConcurrentHashMap<>();

    SignInFilter(SignedIn signedIn, Presumptions presumptions) {
        this.signedIn = signedIn;
        this.presumptions = presumptions;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return needs(request).needsToKnow();
    }

    private RouteNeeds needs(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .map(route -> needs.computeIfAbsent(route, RouteNeeds::of))
                .orElse(RouteNeeds.NOTHING);
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        var needs = needs(request);
        if (needs.answeredByLog()) {
            presumptions.begin();
        }
        return needs.check(signedIn.of(request), request)
                .map(HttpResponse::seeOther)
                .orElse(null);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }
}
