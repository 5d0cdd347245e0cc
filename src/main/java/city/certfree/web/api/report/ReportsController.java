package city.certfree.web.api.report;

import city.certfree.access.account.Principal;
import city.certfree.channel.own.ReportOwnUse;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RecordId;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.StrictJson;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** Reports of citizens about uses of their licences. */
@AnswersProblems
@Controller("/api/v1/me/uses")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportsController {
    private final ReportOwnUse reportOwnUse;

    ReportsController(ReportOwnUse reportOwnUse) {
        this.reportOwnUse = reportOwnUse;
    }

    /** Reports one of the citizen's own uses as improper; the supervisor sees it at once. */
    @Post("/{recordId}/reports")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReportRequest.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportResponse.class)))
    HttpResponse<ReportResponse> report(
            String recordId, @Body byte[] body, @Parameter(hidden = true) Principal.Citizen citizen) {
        var asked = StrictJson.read(body, ReportRequest.class);
        var errors = new FieldErrors();
        var words = errors.read("/reason", () -> new Purpose(asked.reason()));
        errors.check();
        return reportOwnUse
                .report(citizen.holder(), id(recordId), words.orElseThrow())
                .map(number -> HttpResponse.created(new ReportResponse(number.toString())))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /** What cannot be an id of ours is as absent as one that is not there. */
    private static RecordId id(String text) {
        try {
            return RecordId.parse(text);
        } catch (InvalidValue e) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    /**
     * A report.
     *
     * @param reason what is improper about it, at most 200 characters
     */
    @Serdeable
    record ReportRequest(String reason) {
        /** Keeps the words out of logs. */
        @Override
        public String toString() {
            return "ReportRequest";
        }
    }

    /** By this number the report can be asked for. */
    @Serdeable
    record ReportResponse(String reportNumber) {}
}
