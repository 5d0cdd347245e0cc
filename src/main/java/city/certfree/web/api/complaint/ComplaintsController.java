package city.certfree.web.api.complaint;

import city.certfree.access.account.Principal;
import city.certfree.audit.Pending;
import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.HolderCode;
import city.certfree.supervision.complaint.Complaint;
import city.certfree.supervision.complaint.FileComplaint;
import city.certfree.supervision.complaint.Filing;
import city.certfree.web.api.Acts;
import city.certfree.web.input.StrictJson;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
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
import java.time.Instant;

/** Complaints 投诉 of citizens: «this was not me», and «they still asked me for paper». */
@AnswersProblems
@Controller("/api/v1/me/complaints")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ComplaintsController {
    private final FileComplaint fileComplaint;
    private final Acts acts;
    private final KeyedIndex index;

    ComplaintsController(FileComplaint fileComplaint, Acts acts, KeyedIndex index) {
        this.fileComplaint = fileComplaint;
        this.acts = acts;
        this.index = index;
    }

    /** Takes a complaint and acknowledges it with a number; a use that was not the citizen's alarms the supervisor at once. */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = ComplaintRequest.class)))
    @ApiResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ComplaintResponse.class)))
    HttpResponse<?> complain(
            @Body byte[] body, @Parameter(hidden = true) Principal.Citizen citizen, HttpRequest<?> request) {
        var caller = index.of(citizen.holder()).toString();
        return acts.record(
                request, caller, body, () -> taken(citizen.holder(), StrictJson.read(body, ComplaintRequest.class))
                        .map(complaint -> HttpResponse.created(ComplaintResponse.of(complaint))));
    }

    private Pending<Complaint> taken(HolderCode citizen, ComplaintRequest request) {
        var asked = request.read();
        return switch (fileComplaint.file(citizen, asked.about(), asked.text())) {
            case Filing.Taken(var complaint) -> complaint;
            case Filing.NoSuchUse() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case Filing.NoSuchItem() ->
                throw ProblemException.of(
                        ProblemCode.INVALID_VALUE, "/itemCode", "the registry in force lists no such item");
            case Filing.NoSuchOffice() ->
                throw ProblemException.of(
                        ProblemCode.INVALID_VALUE, "/officeCode", "the registry in force lists no such office");
        };
    }

    /**
     * The acknowledgement.
     *
     * @param complaintNumber by which the complaint can be asked for: the day, seven digits and a check digit
     */
    @Serdeable
    record ComplaintResponse(
            @Schema(pattern = "[0-9]{6}-[0-9]{4}-[0-9]{4}") String complaintNumber, Instant receivedAt) {
        static ComplaintResponse of(Complaint complaint) {
            return new ComplaintResponse(complaint.number().value(), complaint.receivedAt());
        }
    }
}
