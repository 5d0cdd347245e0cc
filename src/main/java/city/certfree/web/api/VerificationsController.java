package city.certfree.web.api;

import city.certfree.access.account.Principal;
import city.certfree.audit.Outcome;
import city.certfree.channel.verify.VerifyAnswer.Comparison;
import city.certfree.channel.verify.VerifyClaims;
import city.certfree.channel.verify.VerifyResult;
import city.certfree.kernel.Channel;
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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** VERIFY 在线核验. */
@AnswersProblems
@OnlyFor({Party.CLERK, Party.SYSTEM})
@Controller("/api/v1/verifications")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VerificationsController {
    private final VerifyClaims verifyClaims;
    private final Acts acts;
    private final Refusals refusals;

    VerificationsController(VerifyClaims verifyClaims, Acts acts, Refusals refusals) {
        this.verifyClaims = verifyClaims;
        this.acts = acts;
        this.refusals = refusals;
    }

    /** Says whether what the applicant states is true, and discloses nothing. */
    @AnsweredByLog
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = VerifyRequest.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VerifyResponse.class)))
    HttpResponse<?> verify(@Body byte[] body, Principal principal, HttpRequest<?> request) {
        var caller = Requesters.of(principal, null).caller();
        return acts.record(request, caller, body, () -> {
            var verify = StrictJson.read(body, VerifyRequest.class);
            var inquiry = verify.toInquiry(principal, Channel.VERIFY, new FieldErrors());
            return verifyClaims
                    .verify(inquiry, Objects.requireNonNullElse(verify.claims(), Map.of()))
                    .map(result -> answer(request, result));
        });
    }

    private HttpResponse<?> answer(HttpRequest<?> request, VerifyResult result) {
        return switch (result) {
            case VerifyResult.Verified(var answer, var receipt) ->
                HttpResponse.ok(new VerifyResponse(
                        answer.resultCode(),
                        answer.result(),
                        answer.fields(),
                        receipt.record().toString(),
                        receipt.text()));
            case VerifyResult.Refused(var refusal, var receipt) -> refusals.response(request, refusal, receipt);
            case VerifyResult.Unclaimable(var key, var known, var rule) ->
                throw ProblemException.of(
                        known ? ProblemCode.INVALID_VALUE : ProblemCode.UNKNOWN_PROPERTY,
                        "/claims/" + (known ? key : "?"),
                        rule);
        };
    }

    /**
     * A request to verify.
     *
     * @param claims by attribute key, the certificate's number under {@code certificateNumber}; text or numbers
     */
    @Serdeable
    record VerifyRequest(
            String itemCode,
            String caseNumber,
            String purpose,
            String licenceTypeCode,
            HolderRequest holder,
            @Nullable Map<String, String> claims,
            @Nullable String operator)
            implements InquiryRequest {}

    /**
     * What is true.
     *
     * @param resultCode 0 to 7
     * @param result the name of the code
     * @param fields each claimed key with MATCH or MISMATCH; empty unless a single licence was found
     */
    @Serdeable
    record VerifyResponse(
            int resultCode, Outcome result, Map<String, Comparison> fields, String recordId, String receipt) {}
}
