package city.certfree.web.api.grant;

import city.certfree.access.account.Principal;
import city.certfree.access.grant.ApplyForGrant;
import city.certfree.access.grant.DecideGrant;
import city.certfree.access.grant.GrantResult;
import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.ReadGrants;
import city.certfree.access.grant.ReviewGrant;
import city.certfree.access.grant.StandingGrant;
import city.certfree.access.grant.WithdrawGrant;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.QueryParameters;
import city.certfree.web.input.StrictJson;
import city.certfree.web.listing.Listing;
import city.certfree.web.listing.PageWanted;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Grants of access (授权): an office applies, one administrator reviews, another decides, and either side takes back. */
@AnswersProblems
@OnlyFor({Party.CLERK, Party.ISSUER, Party.SECADMIN})
@Controller("/api/v1/grants")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GrantsController {
    private final Steps steps;
    private final ReadGrants read;

    GrantsController(Steps steps, ReadGrants read) {
        this.steps = steps;
        this.read = read;
    }

    /** Applies for a grant to the applicant's own office, or to a system that asks on its behalf. */
    @OnlyFor({Party.CLERK, Party.ISSUER})
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantRequest.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GrantJson.class)))
    HttpResponse<GrantJson> apply(@Body byte[] body, @Parameter(hidden = true) Principal.Staff applicant) {
        var asked = StrictJson.read(body, GrantRequest.class).read(applicant);
        var applied = steps.apply()
                .apply(applicant, asked.grantee(), asked.scope(), asked.terms(), asked.reason())
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.INVALID_VALUE,
                        "/grantee",
                        "a grant is for the applicant's own office or a system of it"));
        return HttpResponse.created(GrantJson.of(applied));
    }

    /** Lists grants, newest first: to an office its own, to administrators all. */
    @Get
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = GrantState.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    Listing<GrantJson> list(@Parameter(hidden = true) Principal.Staff who, HttpRequest<?> request) {
        var query = QueryParameters.of(request, "state", "limit", "cursor");
        var state = query.word("state", GrantState.class);
        var wanted = PageWanted.of(query, new Narrowed(state));
        var found = read.of(who).stream()
                .filter(grant -> state == null || grant.state() == state)
                .sorted(Comparator.comparing(GrantsController::key))
                .toList();
        return Listing.of(wanted, found, GrantsController::key, GrantJson::of);
    }

    /** One grant. */
    @Get("/{grantId}")
    GrantJson one(String grantId, @Parameter(hidden = true) Principal.Staff who) {
        return read.one(who, id(grantId))
                .map(GrantJson::of)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /** Reviews an application, as somebody who has not applied; somebody else decides. */
    @OnlyFor(Party.SECADMIN)
    @Post("/{grantId}/reviews")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReviewRequest.class)))
    GrantJson review(String grantId, @Body byte[] body, @Parameter(hidden = true) Principal.Staff reviewer) {
        var asked = StrictJson.read(body, ReviewRequest.class);
        var comment = words("/comment", asked.comment());
        return answer(steps.review().review(reviewer, id(grantId), asked.recommended(), comment));
    }

    /** Approves or refuses a reviewed application, as a third person; what is approved holds from the next request on. */
    @OnlyFor(Party.SECADMIN)
    @Post("/{grantId}/decisions")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
    GrantJson decide(String grantId, @Body byte[] body, @Parameter(hidden = true) Principal.Staff approver) {
        var asked = StrictJson.read(body, DecisionRequest.class);
        var reason = words("/reason", asked.reason());
        return answer(
                asked.approved()
                        ? steps.decide().approve(approver, id(grantId), reason)
                        : steps.decide().refuse(approver, id(grantId), reason));
    }

    /** Takes a grant or an application back: it holds for no request after this. */
    @Post("/{grantId}/withdrawal")
    @RequestBody(content = @Content(schema = @Schema(implementation = WithdrawalRequest.class)))
    GrantJson withdraw(String grantId, @Body byte[] body, @Parameter(hidden = true) Principal.Staff who) {
        var reason =
                words("/reason", StrictJson.read(body, WithdrawalRequest.class).reason());
        return answer(steps.withdraw().withdraw(who, id(grantId), reason));
    }

    private static GrantJson answer(GrantResult result) {
        return switch (result) {
            case GrantResult.Done(var grant) -> GrantJson.of(grant);
            case GrantResult.NotFound() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case GrantResult.WrongState(var state) -> throw ProblemException.of(ProblemCode.STEP_NOT_POSSIBLE);
            case GrantResult.AnotherPersonNeeded() -> throw ProblemException.of(ProblemCode.ANOTHER_PERSON_NEEDED);
        };
    }

    private static Purpose words(String pointer, String text) {
        var errors = new FieldErrors();
        var words = errors.read(pointer, () -> new Purpose(text));
        errors.check();
        return words.orElseThrow();
    }

    /** What cannot be an id of ours is as absent as one that is not there. */
    private static RandomId id(String text) {
        try {
            return RandomId.parse(text);
        } catch (InvalidValue e) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    /** Sorts as text like the times do, newest first. */
    private static String key(StandingGrant grant) {
        var micros =
                ChronoUnit.MICROS.between(Instant.EPOCH, grant.application().at());
        return "%019d %s".formatted(Long.MAX_VALUE - micros, grant.id());
    }

    /** What a list is narrowed to. */
    private record Narrowed(@Nullable GrantState state) {}

    /** What can be done with a grant. */
    @Singleton
    record Steps(ApplyForGrant apply, ReviewGrant review, DecideGrant decide, WithdrawGrant withdraw) {}

    /**
     * A review.
     *
     * @param recommended whether the reviewer is for it
     * @param comment at most 200 characters
     */
    @Serdeable
    record ReviewRequest(Boolean recommended, String comment) {}

    /**
     * A decision.
     *
     * @param reason at most 200 characters
     */
    @Serdeable
    record DecisionRequest(Boolean approved, String reason) {}

    /**
     * A withdrawal.
     *
     * @param reason at most 200 characters
     */
    @Serdeable
    record WithdrawalRequest(String reason) {}
}
