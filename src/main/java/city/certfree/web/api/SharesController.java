package city.certfree.web.api;

import city.certfree.access.account.Principal;
import city.certfree.channel.share.ShareAnswer.SharedLicence;
import city.certfree.channel.share.ShareLicence;
import city.certfree.channel.share.ShareResult;
import city.certfree.kernel.Channel;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.StrictJson;
import city.certfree.web.problem.AnswersProblems;
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
import org.jspecify.annotations.Nullable;

/** SHARE 直接共享. */
@AnswersProblems
@OnlyFor({Party.CLERK, Party.SYSTEM})
@Controller("/api/v1/shares")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SharesController {
    private final ShareLicence shareLicence;
    private final Acts acts;
    private final Refusals refusals;

    SharesController(ShareLicence shareLicence, Acts acts, Refusals refusals) {
        this.shareLicence = shareLicence;
        this.acts = acts;
        this.refusals = refusals;
    }

    /** Gives an office the holder's licences in force of one type, with the fields that the item needs. */
    @AnsweredByLog
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = ShareRequest.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ShareResponse.class)))
    HttpResponse<?> share(@Body byte[] body, Principal principal, HttpRequest<?> request) {
        var caller = Requesters.of(principal, null).caller();
        return acts.record(request, caller, body, () -> {
            var share = StrictJson.read(body, ShareRequest.class);
            return shareLicence
                    .share(share.toInquiry(principal, Channel.SHARE, new FieldErrors()))
                    .map(result -> answer(request, result));
        });
    }

    private HttpResponse<?> answer(HttpRequest<?> request, ShareResult result) {
        return switch (result) {
            case ShareResult.Shared(var answer, var receipt) ->
                HttpResponse.ok(
                        new ShareResponse(answer.licences(), receipt.record().toString(), receipt.text()));
            case ShareResult.Refused(var refusal, var receipt) -> refusals.response(request, refusal, receipt);
        };
    }

    /** A request to share. */
    @Serdeable
    record ShareRequest(
            String itemCode,
            String caseNumber,
            String purpose,
            String licenceTypeCode,
            HolderRequest holder,
            @Nullable String operator)
            implements InquiryRequest {}

    /**
     * What is shared.
     *
     * @param licences in force, latest issued first; empty when there is none or the name does not match
     */
    @Serdeable
    record ShareResponse(List<SharedLicence> licences, String recordId, String receipt) {}
}
