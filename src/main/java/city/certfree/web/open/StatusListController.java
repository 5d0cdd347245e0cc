package city.certfree.web.open;

import city.certfree.licence.statuslist.PublishStatusList;
import city.certfree.web.input.QueryParameters;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;

/** The status lists, in which anybody finds whether a licence has been revoked without saying which one is meant. */
@AnswersProblems
@Controller("/status-lists")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class StatusListController {
    /** Token Status List, section 8.2. */
    static final String STATUS_LIST = "application/statuslist+jwt";

    /** With what a node itself may keep, less than the 5 s after which a change is seen everywhere. */
    private static final String CACHE = "public, max-age=2, must-revalidate";

    private final PublishStatusList publishStatusList;

    StatusListController(PublishStatusList publishStatusList) {
        this.publishStatusList = publishStatusList;
    }

    @Get("/{number}")
    @Produces(STATUS_LIST)
    @Operation(summary = "A status list", tags = "public")
    @ApiResponse(responseCode = "200", description = "A status list token (IETF Token Status List) of 2^20 entries")
    @ApiResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    HttpResponse<String> list(@PathVariable String number, HttpRequest<?> request) {
        QueryParameters.of(request);
        var list =
                publishStatusList.publish(parse(number)).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var etag = "\"" + list.digest() + "\"";
        MutableHttpResponse<String> response = isKnown(request, etag)
                ? HttpResponse.notModified()
                : HttpResponse.ok(list.token().text());
        return response.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, CACHE);
    }

    /** Of every number one form only, so that every list has one address. */
    private static long parse(String number) {
        if (!number.matches("0|[1-9][0-9]{0,8}")) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return Long.parseLong(number);
    }

    /** RFC 9110, section 13.1.2: a list of tags, compared weakly, or an asterisk. */
    private static boolean isKnown(HttpRequest<?> request, String etag) {
        return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(field -> Arrays.stream(field.split(",", -1)))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
