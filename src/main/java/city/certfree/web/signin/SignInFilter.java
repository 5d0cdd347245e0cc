package city.certfree.web.signin;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Lets a request through to its route only when whoever sends it may call that. Open routes cost no look at the database. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SignInFilter implements ConditionalFilter, Ordered {
    private final SignedIn signedIn;

    SignInFilter(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return RouteNeeds.of(request).needsToKnow();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        RouteNeeds.of(request).check(signedIn.of(request));
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }
}
