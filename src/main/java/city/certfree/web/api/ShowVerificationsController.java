package city.certfree.web.api;

import city.certfree.access.Attempts;
import city.certfree.access.account.Principal;
import city.certfree.channel.LicenceView;
import city.certfree.channel.show.Presented;
import city.certfree.channel.show.RedeemShow;
import city.certfree.channel.show.ShowAnswer;
import city.certfree.channel.show.ShowAnswer.Verdict;
import city.certfree.channel.show.ShowResult;
import city.certfree.kernel.HolderCode;
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
import org.jspecify.annotations.Nullable;

/** SHOW 手机亮证, at the counter. */
@AnswersProblems
@OnlyFor({Party.CLERK, Party.SYSTEM})
@Controller("/api/v1/show-verifications")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ShowVerificationsController {
    private final RedeemShow redeemShow;
    private final Acts acts;
    private final Refusals refusals;

    ShowVerificationsController(RedeemShow redeemShow, Acts acts, Refusals refusals) {
        this.redeemShow = redeemShow;
        this.acts = acts;
        this.refusals = refusals;
    }

    /** Judges what a citizen holds out, and uses it up when it is accepted. Every verdict is a 200. */
    @AnsweredByLog
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = ShowVerificationRequest.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ShowVerificationResponse.class)))
    HttpResponse<?> verify(@Body byte[] body, Principal principal, HttpRequest<?> request) {
        var caller = Requesters.of(principal, null).caller();
        return acts.record(request, caller, body, () -> {
            var show = StrictJson.read(body, ShowVerificationRequest.class);
            var errors = new FieldErrors();
            var occasion = show.toOccasion(principal, errors);
            var presented = show.toPresented(errors);
            var holderCode =
                    errors.readOptional("/holderCode", show.holderCode(), ShowVerificationsController::holderCode);
            errors.check();
            return redeemShow
                    .redeem(occasion.orElseThrow(), presented, holderCode)
                    .map(result -> answer(request, result));
        });
    }

    /** What begins like a citizen number is one; a credit code begins with a registering authority and a kind. */
    private static HolderCode holderCode(String text) {
        return text.matches("[0-9]{15}|[0-9]{17}[0-9Xx]")
                ? HolderCode.ofCitizen(text)
                : HolderCode.ofOrganisation(text);
    }

    private HttpResponse<?> answer(HttpRequest<?> request, ShowResult result) {
        return switch (result) {
            case ShowResult.Judged(var answer, var receipt) ->
                HttpResponse.ok(
                        ShowVerificationResponse.of(answer, receipt.record().toString(), receipt.text()));
            case ShowResult.Unrecorded(var answer) -> HttpResponse.ok(ShowVerificationResponse.of(answer, null, null));
            case ShowResult.Refused(var refusal, var receipt) -> refusals.response(request, refusal, receipt);
            case ShowResult.TooManyWrongCodes() ->
                throw ProblemException.until(ProblemCode.TOO_MANY_ATTEMPTS, Attempts.Kind.WRONG_CODE.window());
        };
    }

    /**
     * A request to judge what is held out: a token or a code.
     *
     * @param token from the QR code
     * @param code the 20 digits
     * @param holderCode the number typed or read from the identity card of the person at the counter
     */
    @Serdeable
    record ShowVerificationRequest(
            String itemCode,
            String caseNumber,
            String purpose,
            @Nullable String token,
            @Nullable String code,
            @Nullable String holderCode,
            @Nullable String operator)
            implements OccasionRequest {
        private static final String ONE_OF_BOTH = "either a token or a code is expected";

        Presented toPresented(FieldErrors errors) {
            if (token != null && code == null) {
                if (token.matches("[0-9]{16,24}")) {
                    errors.add("/token", ProblemCode.INVALID_VALUE, "these are digits: send them as code");
                }
                return new Presented.Token(token);
            }
            if (code == null || token != null) {
                errors.add("/token", ProblemCode.INVALID_VALUE, ONE_OF_BOTH);
                return new Presented.Code("");
            }
            if (!code.matches("[0-9 ]{1,40}")) {
                errors.add("/code", ProblemCode.INVALID_VALUE, "a code has digits only: send a token as token");
            }
            return new Presented.Code(code);
        }

        @Override
        public String toString() {
            return "ShowVerificationRequest";
        }
    }

    /**
     * The verdict.
     *
     * @param reason null when accepted
     * @param licence what the citizen agreed to show; null unless accepted
     * @param holderMatch whether the given number is that of who shows it; null when none was given
     * @param agent the masked name of who shows it under the holder's delegation; null: the holder does
     * @param recordId null only while the storage is unavailable
     * @param receipt null only while the storage is unavailable
     */
    @Serdeable
    record ShowVerificationResponse(
            Verdict verdict,
            @Nullable String reason,
            @Nullable LicenceView licence,
            @Nullable Boolean holderMatch,
            @Nullable String agent,
            @Nullable String recordId,
            @Nullable String receipt) {
        static ShowVerificationResponse of(ShowAnswer answer, @Nullable String recordId, @Nullable String receipt) {
            var reason = answer.reason();
            return new ShowVerificationResponse(
                    answer.verdict(),
                    reason == null ? null : reason.code(),
                    answer.licence(),
                    answer.holderMatch(),
                    answer.agent(),
                    recordId,
                    receipt);
        }
    }
}
