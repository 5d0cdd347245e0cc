package city.certfree.web.signin;

import city.certfree.access.Requester;
import city.certfree.access.account.Principal;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a route has to know of who calls it, as its parameters say.
 *
 * @param open whether anybody may call it
 * @param parameters those of its parameters that stand for who calls
 */
record RouteNeeds(boolean open, List<Argument<?>> parameters) {
    static final Argument<Optional<Principal>> WHOEVER = Argument.optionalOf(Principal.class);

    private static final String PUBLIC_PACKAGE = "city.certfree.web.open";

    private static final RouteNeeds NOTHING = new RouteNeeds(true, List.of());

    RouteNeeds {
        parameters = List.copyOf(parameters);
    }

    /** The needs of the route that a request has met; where there is none, nothing is needed. */
    static RouteNeeds of(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request).map(RouteNeeds::of).orElse(NOTHING);
    }

    private static RouteNeeds of(RouteInfo<?> route) {
        var parameters = new ArrayList<Argument<?>>();
        if (route instanceof MethodBasedRouteInfo<?, ?> method) {
            for (Argument<?> parameter : method.getTargetMethod().getArguments()) {
                if (standsForWhoCalls(parameter)) {
                    parameters.add(parameter);
                }
            }
        }
        return new RouteNeeds(isOpen(route, parameters), parameters);
    }

    private static boolean isOpen(RouteInfo<?> route, List<Argument<?>> parameters) {
        return route.isErrorRoute()
                || route.getAnnotationMetadata().hasAnnotation(Anonymous.class)
                || route.getAnnotationMetadata().hasAnnotation(Endpoint.class)
                || route.getDeclaringType().getPackageName().equals(PUBLIC_PACKAGE)
                || parameters.stream().anyMatch(RouteNeeds::isWhoever);
    }

    /** Whether it makes a difference who calls. */
    boolean needsToKnow() {
        return !open || !parameters.isEmpty();
    }

    /**
     * Passes whoever may call the route.
     *
     * @throws ProblemException {@code not-signed-in}, or {@code role-forbidden}
     */
    void check(Optional<Principal> caller) {
        if (open) {
            return;
        }
        var principal = caller.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_SIGNED_IN));
        for (var parameter : parameters) {
            if (parameter.getType() == Requester.class) {
                Requesters.of(principal, null);
            } else if (!parameter.isInstance(principal)) {
                throw ProblemException.of(ProblemCode.ROLE_FORBIDDEN);
            }
        }
    }

    private static boolean standsForWhoCalls(Argument<?> parameter) {
        return Principal.class.isAssignableFrom(parameter.getType())
                || parameter.getType() == Requester.class
                || isWhoever(parameter);
    }

    private static boolean isWhoever(Argument<?> parameter) {
        return parameter.equalsType(WHOEVER);
    }
}
