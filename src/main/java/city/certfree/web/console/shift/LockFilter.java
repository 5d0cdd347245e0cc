package city.certfree.web.console.shift;

import city.certfree.access.window.FindSeat;
import city.certfree.web.page.AtWindow;
import city.certfree.web.page.WayBack;
import city.certfree.web.signin.SessionCookie;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leads from every page of the counter to the password while the session is locked. Everywhere else a locked session is worth
 * nothing anyway. A form is led there with all that stands in it, so that nothing typed is lost.
 */
@ServerFilter({"/counter", "/counter/**"})
final class LockFilter implements Ordered {
    /** Where a locked session may go. */
    private static final Set<String> ALWAYS = Set.of(
            "GET /counter/unlock",
            "POST /counter/unlock",
            "GET /counter/locked",
            "POST /counter/locked",
            "POST /counter/sign-in",
            "POST /counter/sign-out");

    private final FindSeat seats;
    private final SessionCookie cookie;

    LockFilter(FindSeat seats, SessionCookie cookie) {
        this.seats = seats;
        this.cookie = cookie;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        var seat = cookie.in(request).flatMap(seats::of);
        seat.ifPresent(found -> AtWindow.remember(request, found.window().value()));
        if (seat.isEmpty()
                || !seat.get().isLocked()
                || ALWAYS.contains(request.getMethodName() + " " + request.getPath())) {
            return null;
        }
        var way = "?to=" + WayBack.encoded(request.getUri());
        return request.getMethod() == HttpMethod.POST
                ? HttpResponse.temporaryRedirect(URI.create("/counter/locked" + way))
                : HttpResponse.seeOther(URI.create("/counter/unlock" + way));
    }

    /** Before the look at who is signed in, for whom a locked session is none. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }
}
