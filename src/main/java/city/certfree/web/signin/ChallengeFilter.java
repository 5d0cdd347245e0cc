package city.certfree.web.signin;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Says in every 401 how to sign in (RFC 9110, section 15.5.2), and forbids to store what only somebody signed in gets. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ChallengeFilter implements Ordered {
    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var known = SignedIn.known(request);
        if (known.isPresent()) {
            response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (response.status() == HttpStatus.UNAUTHORIZED
                && !response.getHeaders().contains(HttpHeaders.WWW_AUTHENTICATE)) {
            var challenge = known.map(SignedIn.Known::challenge).orElse(SignedIn.Challenge.NONE_SENT);
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge.header());
        }
    }

    /** Before every filter that may refuse: what it refuses passes through here on its way back. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }
}
