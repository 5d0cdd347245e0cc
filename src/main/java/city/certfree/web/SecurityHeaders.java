package city.certfree.web;

import city.certfree.token.TokenSettings;
import city.certfree.web.map.MapSettings;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the browser what a page may do: load from here only, run no script but ours, stand in nobody's frame. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class SecurityHeaders implements Ordered {
    private static final String NOBODYS_FRAME =
            "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final String POLICY = "default-src 'self'" + NOBODYS_FRAME;

    /** Swagger UI has its script and its styles in the page, and pictures in the styles. */
    private static final String API_PAGE_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:" + NOBODYS_FRAME;

    /** The reader of QR codes is WebAssembly; its worker has a policy of its own, so that no page need allow it. */
    private static final String DECODER_POLICY =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

    private static final String DECODER = "/assets/decoder.js";

    private static final String API_PAGE = "/api-docs";

    private static final String MAP_PAGE = "/map";

    private static final List<String> PERSONAL = List.of("/counter", "/phone");

    /** It lies with the other files, and serves the phone's pages. */
    private static final String PHONE_WORKER = "/assets/phone-worker.js";

    /** The same, of the counter's pages. */
    private static final String COUNTER_WORKER = "/assets/counter-worker.js";

    private final Map<String, String> ofEveryAnswer;
    private final String mapPolicy;

    SecurityHeaders(TokenSettings settings, MapSettings map) {
        this.ofEveryAnswer = ofEveryAnswer("https".equals(settings.issuer().getScheme()));
        this.mapPolicy = mapPolicy(map.tileOrigins());
    }

    private static Map<String, String> ofEveryAnswer(boolean https) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Content-Type-Options", "nosniff");
        // Not «no-referrer»: under that browsers call the origin of our own forms «null».
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        if (https) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return Collections.unmodifiableMap(headers);
    }

    /** What every answer has, whatever it is an answer to. */
    public Map<String, String> ofEveryAnswer() {
        return ofEveryAnswer;
    }

    /** Pictures of the tiles' hosts too, if the city has set any, and the empty one by which Leaflet drops a tile. */
    private static String mapPolicy(List<String> tileOrigins) {
        return tileOrigins.isEmpty() ? POLICY : POLICY + "; img-src 'self' data: " + String.join(" ", tileOrigins);
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        ofEveryAnswer.forEach(response::header);
        // The API page is a file, whose type is not known yet at this point.
        if (request.getPath().startsWith(API_PAGE)) {
            response.header("Content-Security-Policy", API_PAGE_POLICY);
        } else if (request.getPath().equals(DECODER)) {
            response.header("Content-Security-Policy", DECODER_POLICY);
        } else if (request.getPath().equals(MAP_PAGE)) {
            response.header("Content-Security-Policy", mapPolicy);
        } else if (isPage(response)) {
            response.header("Content-Security-Policy", POLICY);
        }
        if (request.getPath().equals(PHONE_WORKER)) {
            response.header("Service-Worker-Allowed", "/phone");
        } else if (request.getPath().equals(COUNTER_WORKER)) {
            response.header("Service-Worker-Allowed", "/counter");
        }
        if (PERSONAL.stream().anyMatch(request.getPath()::startsWith)) {
            response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** Before every filter that may refuse: what it refuses passes through here on its way back. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }

    private static boolean isPage(MutableHttpResponse<?> response) {
        return response.getContentType()
                .filter(type -> type.getName().equals(MediaType.TEXT_HTML))
                .isPresent();
    }
}
