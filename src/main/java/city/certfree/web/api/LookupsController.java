package city.certfree.web.api;

import city.certfree.access.account.Principal;
import city.certfree.channel.LicenceView;
import city.certfree.channel.lookup.LookUpLicence;
import city.certfree.channel.lookup.LookUpResult;
import city.certfree.channel.lookup.UnmaskFields;
import city.certfree.channel.lookup.UnmaskResult;
import city.certfree.kernel.Channel;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RecordId;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.StrictJson;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.signin.AnsweredByLog;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import city.certfree.web.signin.Requesters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** LOOKUP 直接查询. */
@AnswersProblems
@OnlyFor({Party.CLERK, Party.SYSTEM})
@Controller("/api/v1/lookups")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LookupsController {
    private final LookUpLicence lookUpLicence;
    private final UnmaskFields unmaskFields;
    private final Acts acts;
    private final Refusals refusals;

    LookupsController(LookUpLicence lookUpLicence, UnmaskFields unmaskFields, Acts acts, Refusals refusals) {
        this.lookUpLicence = lookUpLicence;
        this.unmaskFields = unmaskFields;
        this.acts = acts;
        this.refusals = refusals;
    }

    /** Shows one licence of the register, masked. */
    @AnsweredByLog
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = LookUpRequest.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LookUpResponse.class)))
    HttpResponse<?> lookUp(@Body byte[] body, Principal principal, HttpRequest<?> request) {
        var caller = Requesters.of(principal, null).caller();
        return acts.record(request, caller, body, () -> {
            var lookUp = StrictJson.read(body, LookUpRequest.class);
            var errors = new FieldErrors();
            var wanted = errors.readOptional("/identifier", lookUp.identifier(), LicenceIdentifier::parse);
            var inquiry = lookUp.toInquiry(principal, Channel.LOOKUP, errors);
            return lookUpLicence.lookUp(inquiry, wanted).map(result -> answer(request, result));
        });
    }

    private HttpResponse<?> answer(HttpRequest<?> request, LookUpResult result) {
        return switch (result) {
            case LookUpResult.LookedUp(var answer, var receipt) ->
                HttpResponse.ok(
                        new LookUpResponse(answer.licence(), receipt.record().toString(), receipt.text()));
            case LookUpResult.Refused(var refusal, var receipt) -> refusals.response(request, refusal, receipt);
        };
    }

    /** Reveals named fields of a licence that the same operator looked up in the last 10 minutes. */
    @AnsweredByLog
    @Post("/{recordId}/unmasking")
    @RequestBody(content = @Content(schema = @Schema(implementation = UnmaskRequest.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UnmaskResponse.class)))
    HttpResponse<?> unmask(String recordId, @Body byte[] body, Principal principal, HttpRequest<?> request) {
        var caller = Requesters.of(principal, null).caller();
        return acts.record(request, caller, body, () -> {
            var unmask = StrictJson.read(body, UnmaskRequest.class);
            var errors = new FieldErrors();
            var requester = Requesters.of(principal, OccasionRequest.Operator.check(unmask.operator(), errors));
            var reason = errors.read("/reason", () -> new Purpose(unmask.reason()));
            errors.check();
            return unmaskFields
                    .unmask(requester, recordIdOf(recordId), unmask.fields(), reason.orElseThrow())
                    .map(result -> answer(request, result));
        });
    }

    /** What cannot be an id of ours is as absent as one that is not there. */
    private static RecordId recordIdOf(String text) {
        try {
            return RecordId.parse(text);
        } catch (InvalidValue e) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    private HttpResponse<?> answer(HttpRequest<?> request, UnmaskResult result) {
        return switch (result) {
            case UnmaskResult.Unmasked(var answer, var receipt) ->
                HttpResponse.ok(
                        new UnmaskResponse(answer.fields(), receipt.record().toString(), receipt.text()));
            case UnmaskResult.Refused(var refusal, var receipt) -> refusals.response(request, refusal, receipt);
            case UnmaskResult.NotFound() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case UnmaskResult.UnknownField(var position) ->
                throw ProblemException.of(
                        ProblemCode.INVALID_VALUE, "/fields/" + position, "the licence type has no such attribute");
        };
    }

    /**
     * A request to look up.
     *
     * @param identifier a certain licence, whatever its status; without it the one in force, latest issued
     */
    @Serdeable
    record LookUpRequest(
            String itemCode,
            String caseNumber,
            String purpose,
            String licenceTypeCode,
            HolderRequest holder,
            @Nullable String identifier,
            @Nullable String operator)
            implements InquiryRequest {}

    /**
     * What the register says.
     *
     * @param licence masked; null when there is none, or the name does not match
     */
    @Serdeable
    record LookUpResponse(@Nullable LicenceView licence, String recordId, String receipt) {}

    /**
     * A request to unmask.
     *
     * @param fields attribute keys
     * @param reason why the clerk must see them, at most 200 characters
     */
    @Serdeable
    record UnmaskRequest(List<String> fields, String reason, @Nullable String operator) {}

    /**
     * What is unmasked.
     *
     * @param fields those of the named attributes that the item permits
     */
    @Serdeable
    record UnmaskResponse(Map<String, String> fields, String recordId, String receipt) {}
}
