package city.certfree.web.signin;

import city.certfree.token.TokenSettings;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site made the browser send, unless it only reads. A browser says where a request comes from; a program
 * says nothing of it, and needs no extra header.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SiteFilter implements Ordered {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Fetch Metadata: our own pages, or the person at the address bar. */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI publicUrl;

    SiteFilter(TokenSettings settings) {
        this.publicUrl = settings.issuer();
    }

    @RequestFilter
    void refuseOtherSites(HttpRequest<?> request) {
        if (!READING.contains(request.getMethod()) && isFromAnotherSite(request.getHeaders())) {
            throw new ProblemException(
                    ProblemCode.ROLE_FORBIDDEN, "the request comes from a page of another site", List.of(), Map.of());
        }
    }

    /** Before the framework's own check of origins, which refuses some of them without saying why. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }

    private boolean isFromAnotherSite(HttpHeaders headers) {
        var site = headers.get("Sec-Fetch-Site");
        var origin = headers.get(HttpHeaders.ORIGIN);
        return (site != null && !OWN_SITE.contains(site))
                || (origin != null && !isOurs(origin, headers.get(HttpHeaders.HOST)));
    }

    /** On one's own machine the service answers under several names, none of which another site can have. */
    private boolean isOurs(String origin, @Nullable String host) {
        if (origin.equalsIgnoreCase(originOf(publicUrl))) {
            return true;
        }
        return LOOPBACK.contains(publicUrl.getHost())
                && LOOPBACK.contains(hostOf(origin))
                && origin.equalsIgnoreCase("http://" + host);
    }

    /** Scheme, host and port, without the scheme's own port (RFC 6454, section 6.2). */
    private static String originOf(URI url) {
        boolean schemesOwnPort = url.getPort() == -1
                || (url.getPort() == 443 && url.getScheme().equals("https"))
                || (url.getPort() == 80 && url.getScheme().equals("http"));
        return url.getScheme() + "://" + url.getHost() + (schemesOwnPort ? "" : ":" + url.getPort());
    }

    private static String hostOf(String origin) {
        return origin.toLowerCase(Locale.ROOT).replaceFirst("^http://", "").replaceFirst(":[0-9]{1,5}$", "");
    }
}
