package city.certfree.web.insight;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Times each request by route and class of status: {@code certfree.requests}. A route is named by its template, and what
 * meets none (a file, an address that is not there) by {@code none}: an address itself may hold anything.
 */
@Singleton
final class RequestTimes {
    private static final String NONE = "none";

    /** 1xx to 5xx, by their first digit. */
    private static final int CLASSES = 6;

    private final MeterRegistry registry;
    private final Map<RouteInfo<?>, AtomicReferenceArray<Timer>> ofRoutes = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<Timer> ofNone = new AtomicReferenceArray<>(CLASSES);

    RequestTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Notes one request that was answered.
     *
     * @param route that it met; empty: none
     * @param status 100 to 599
     */
    void answered(Optional<RouteInfo<?>> route, int status, long nanos) {
        int kind = status / 100;
        var timers = route.map(this::ofRoute).orElse(ofNone);
        var timer = timers.get(kind);
        if (timer == null) {
            timer = timer(route, kind);
            timers.set(kind, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private AtomicReferenceArray<Timer> ofRoute(RouteInfo<?> route) {
        return ofRoutes.computeIfAbsent(route, met -> new AtomicReferenceArray<>(CLASSES));
    }

    /** The registry gives the same one to whoever asks twice. */
    private Timer timer(Optional<RouteInfo<?>> route, int kind) {
        return Timer.builder("certfree.requests")
                .description("requests, from their first sight to the answer's last filter")
                .tag("method", method(route))
                .tag("route", template(route))
                .tag("status", kind + "xx")
                .register(registry);
    }

    private static String method(Optional<RouteInfo<?>> route) {
        return route.orElse(null) instanceof UriRouteInfo<?, ?> known ? known.getHttpMethodName() : NONE;
    }

    /** The template of a route, such as {@code /api/v1/licences/{identifier}}; {@code none} where there is none. */
    static String template(Optional<RouteInfo<?>> route) {
        return route.orElse(null) instanceof UriRouteInfo<?, ?> known
                ? known.getUriMatchTemplate().toPathString()
                : NONE;
    }
}
