package city.certfree.web.signin;

import city.certfree.access.Issuer;
import city.certfree.access.Requester;
import city.certfree.access.account.Principal;
import city.certfree.web.page.WayBack;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rule of a route: what it has to know of who calls it, as its annotations and parameters say. A route without a rule is
 * for nobody.
 *
 * @param open whether anybody may call it
 * @param parameters those of its parameters that stand for who calls
 * @param parties who may call it, unless it is open
 * @param door where a browser is led that may not see a page; empty: it is answered by a problem
 * @param answeredByLog whether the log looks at what it goes by
 */
record RouteNeeds(boolean open, List<Argument<?>> parameters, Set<Party> parties, String door, boolean answeredByLog) {
    static final Argument<Optional<Principal>> WHOEVER = Argument.optionalOf(Principal.class);

    /** Of a door: the page that somebody may not see yet. */
    static final String HERE = "{here}";

    private static final String PUBLIC_PACKAGE = "city.certfree.web.open";

    /** Of a request that has met no route. */
    static final RouteNeeds NOTHING = new RouteNeeds(true, List.of(), Set.of(), "", false);

    RouteNeeds {
        parameters = List.copyOf(parameters);
        parties = Set.copyOf(parties);
    }

    /** The rule of a route. */
    static RouteNeeds of(RouteInfo<?> route) {
        var parameters = new ArrayList<Argument<?>>();
        if (route instanceof MethodBasedRouteInfo<?, ?> method) {
            for (Argument<?> parameter : method.getTargetMethod().getArguments()) {
                if (standsForWhoCalls(parameter)) {
                    parameters.add(parameter);
                }
            }
        }
        var door = rule(route).stringValue(OnlyFor.class, "door");
        return new RouteNeeds(
                isOpen(route, parameters),
                parameters,
                parties(route, parameters),
                door.orElse(""),
                route.getAnnotationMetadata().hasAnnotation(AnsweredByLog.class));
    }

    /** Where the rule stands: on the method, or else on its class. The framework would join the two. */
    private static AnnotationMetadata rule(RouteInfo<?> route) {
        var all = route.getAnnotationMetadata();
        var ofMethod = all.getDeclaredMetadata();
        return ofMethod.hasAnnotation(OnlyFor.class) ? ofMethod : all;
    }

    private static boolean isOpen(RouteInfo<?> route, List<Argument<?>> parameters) {
        return route.isErrorRoute()
                || route.getAnnotationMetadata().hasAnnotation(Anonymous.class)
                || route.getAnnotationMetadata().hasAnnotation(Endpoint.class)
                || route.getDeclaringType().getPackageName().equals(PUBLIC_PACKAGE)
                || (parameters.stream().anyMatch(RouteNeeds::isWhoever)
                        && !route.getAnnotationMetadata().hasAnnotation(OnlyFor.class));
    }

    /** Those whom the annotation names and every parameter can stand for; nobody where the route says neither. */
    private static Set<Party> parties(RouteInfo<?> route, List<Argument<?>> parameters) {
        var named = List.of(rule(route).enumValues(OnlyFor.class, Party.class));
        if (named.isEmpty() && parameters.isEmpty()) {
            return Set.of();
        }
        var parties = named.isEmpty() ? EnumSet.allOf(Party.class) : EnumSet.copyOf(named);
        for (var parameter : parameters) {
            parties.retainAll(behind(parameter.getType()));
        }
        return parties;
    }

    private static Set<Party> behind(Class<?> type) {
        if (type == Issuer.class) {
            return Issuers.PARTIES;
        }
        return type == Requester.class ? Requesters.PARTIES : Party.behind(type);
    }

    /** Whether it makes a difference who calls. */
    boolean needsToKnow() {
        return !open || !parameters.isEmpty();
    }

    /**
     * Passes whoever may call the route.
     *
     * @return where to lead the caller instead; empty when he may call it
     * @throws ProblemException {@code not-signed-in}, or {@code role-forbidden}
     */
    Optional<URI> check(Optional<Principal> caller, HttpRequest<?> request) {
        if (open || caller.map(Party::of).filter(parties::contains).isPresent()) {
            return Optional.empty();
        }
        if (!door.isEmpty()) {
            return Optional.of(URI.create(door.replace(HERE, here(request))));
        }
        throw ProblemException.of(caller.isEmpty() ? ProblemCode.NOT_SIGNED_IN : ProblemCode.ROLE_FORBIDDEN);
    }

    /** What was to be done by a form cannot be come back to. */
    private static String here(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET ? WayBack.encoded(request.getUri()) : "";
    }

    private static boolean standsForWhoCalls(Argument<?> parameter) {
        return Principal.class.isAssignableFrom(parameter.getType())
                || parameter.getType() == Requester.class
                || parameter.getType() == Issuer.class
                || isWhoever(parameter);
    }

    private static boolean isWhoever(Argument<?> parameter) {
        return parameter.equalsType(WHOEVER);
    }
}
