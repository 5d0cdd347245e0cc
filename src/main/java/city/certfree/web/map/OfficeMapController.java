package city.certfree.web.map;

import city.certfree.web.input.QueryParameters;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.signin.Anonymous;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** All offices at once, for a map. */
@Anonymous
@AnswersProblems
@Controller("/api/v1/office-map")
final class OfficeMapController {
    /** To be kept, and asked for again before each use: what changes is on every map within 5 s. */
    private static final String ASK_AGAIN = "public, no-cache";

    private final OfficeMaps maps;

    OfficeMapController(OfficeMaps maps) {
        this.maps = maps;
    }

    @Get
    @Operation(summary = "All service offices in columns, for a map", tags = "public")
    @ApiResponse(
            responseCode = "200",
            description = "In the order of their codes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OfficeMap.class)))
    @ApiResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    HttpResponse<byte[]> map(HttpRequest<?> request) {
        QueryParameters.of(request);
        var map = maps.current();
        var known = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .anyMatch(tags -> tags.contains(map.tag()) || tags.equals("*"));
        var answer = known
                ? HttpResponse.<byte[]>status(HttpStatus.NOT_MODIFIED)
                : HttpResponse.ok(map.bytes()).contentType(MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.ETAG, map.tag()).header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
    }
}
