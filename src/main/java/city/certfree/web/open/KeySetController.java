package city.certfree.web.open;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.crypto.KeyRing;
import city.certfree.kernel.Sha256;
import city.certfree.web.problem.AnswersProblems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The public keys of the service and of the issuers, with which anybody verifies their tokens. */
@AnswersProblems
@Controller("/.well-known")
public final class KeySetController {
    /** RFC 7517, section 8.5. */
    private static final String JWK_SET = "application/jwk-set+json";

    /** Half of the least time for which a next key is published before it signs: see docs/tokens.md, "Rotation". */
    private static final String CACHE = "public, max-age=300";

    private final KeyRing ring;
    private volatile Published published;

    KeySetController(KeyRing ring) {
        this.ring = ring;
        published = Published.of(ring.publicKeys());
    }

    @Get("/jwks.json")
    @Produces({MediaType.APPLICATION_JSON, JWK_SET})
    @Operation(summary = "The public keys", tags = "public")
    @ApiResponse(responseCode = "200", description = "A JWK set (RFC 7517)")
    @ApiResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    HttpResponse<KeySet> keys(@Nullable @Header(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        var now = current();
        MutableHttpResponse<KeySet> response =
                isKnown(ifNoneMatch, now.etag) ? HttpResponse.notModified() : HttpResponse.ok(now.keySet);
        return response.header(HttpHeaders.ETAG, now.etag).header(HttpHeaders.CACHE_CONTROL, CACHE);
    }

    /** Written anew only when the keys have changed. */
    private Published current() {
        var keys = ring.publicKeys();
        if (!published.keySet.keys.equals(keys)) {
            published = Published.of(keys);
        }
        return published;
    }

    /** RFC 9110, section 13.1.2: a list of tags, compared weakly, or an asterisk. */
    private static boolean isKnown(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private record Published(KeySet keySet, String etag) {
        static Published of(List<Map<String, String>> keys) {
            var keySet = new KeySet(keys);
            return new Published(keySet, "\"" + Sha256.of(keySet.toString().getBytes(UTF_8)) + "\"");
        }
    }

    /**
     * A JWK set.
     *
     * @param keys the members of each key (RFC 7517); {@code certfree_purpose} says what it signs and {@code
     *     certfree_issuer} whose licences
     */
    @Serdeable
    public record KeySet(List<Map<String, String>> keys) {
        public KeySet {
            keys = List.copyOf(keys);
        }
    }
}
