package city.certfree.web.api;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Turns away at the door what would only wait for too many others, at a small part of what it would cost to find out who asks. Clerks
 * at their counter come through another door.
 */
@ServerFilter("/api/v1/**")
final class TurnAway implements Ordered {
    private final Acts acts;

    TurnAway(Acts acts) {
        this.acts = acts;
    }

    @RequestFilter
    void refuseOneTooMany(HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.POST) {
            acts.refuseOneTooMany();
        }
    }

    /** After the filters that see every answer, before sign-in. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }
}
