package city.certfree.web.api;

import city.certfree.access.account.Principal;
import city.certfree.channel.show.IssueResult;
import city.certfree.channel.show.IssueShow;
import city.certfree.channel.show.Presentation;
import city.certfree.channel.show.Presentation.State;
import city.certfree.channel.show.WatchShow;
import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import city.certfree.web.QrSvg;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.StrictJson;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import city.certfree.web.problem.Problems;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SHOW 手机亮证, on the citizen's phone. */
@AnswersProblems
@Controller("/api/v1/me/shows")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ShowsController {
    private final IssueShow issueShow;
    private final WatchShow watchShow;
    private final Acts acts;
    private final KeyedIndex index;
    private final Problems problems;
    private final Clock clock;

    ShowsController(
            IssueShow issueShow, WatchShow watchShow, Acts acts, KeyedIndex index, Problems problems, Clock clock) {
        this.issueShow = issueShow;
        this.watchShow = watchShow;
        this.acts = acts;
        this.index = index;
        this.problems = problems;
        this.clock = clock;
    }

    /** Makes a token and its digits for one of the citizen's licences: for 60 s and one use. */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = ShowRequest.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ShowResponse.class)))
    HttpResponse<?> show(
            @Body byte[] body, @Parameter(hidden = true) Principal.Citizen citizen, HttpRequest<?> request) {
        var caller = index.of(citizen.holder()).toString();
        return acts.perform(request, caller, body, () -> {
            var show = StrictJson.read(body, ShowRequest.class);
            var errors = new FieldErrors();
            var identifier = errors.read("/identifier", () -> LicenceIdentifier.parse(show.identifier()));
            var item = errors.readOptional("/itemCode", show.itemCode(), ItemCode::new);
            errors.check();
            return answer(request, issueShow.issue(citizen.holder(), identifier.orElseThrow(), item, show.fields()));
        });
    }

    private HttpResponse<?> answer(HttpRequest<?> request, IssueResult result) {
        return switch (result) {
            case IssueResult.Issued issued -> HttpResponse.created(ShowResponse.of(issued));
            case IssueResult.Refused(var refusal) ->
                problems.response(request, ProblemException.of(Refusals.code(refusal)));
            case IssueResult.NotHeld() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case IssueResult.UnknownField(var position) ->
                throw ProblemException.of(
                        ProblemCode.INVALID_VALUE, "/fields/" + position, "the licence type has no such attribute");
        };
    }

    /** What became of it. */
    @Get("/{showId}")
    StateResponse watch(String showId, @Parameter(hidden = true) Principal.Citizen citizen) {
        return parsed(showId)
                .flatMap(id -> watchShow.watch(citizen.holder(), id))
                .map(p -> StateResponse.of(p, clock.instant()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static Optional<RandomId> parsed(String showId) {
        try {
            return Optional.of(RandomId.parse(showId));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /**
     * A wish to show.
     *
     * @param itemCode the item to bind it to; without it any item in force that takes the type
     * @param fields the attributes to reveal; without it those that the item needs
     */
    @Serdeable
    record ShowRequest(String identifier, @Nullable String itemCode, @Nullable List<String> fields) {}

    /**
     * What to hold out.
     *
     * @param code the same as 20 digits
     * @param qrSvg the QR code as an SVG document; of the digits only, where the type's sensitivity is HIGH
     */
    @Serdeable
    record ShowResponse(String showId, String token, String code, Instant expiresAt, String qrSvg) {
        static ShowResponse of(IssueResult.Issued issued) {
            return new ShowResponse(
                    issued.showId().toString(),
                    issued.token().text(),
                    issued.code().digits(),
                    issued.expiresAt(),
                    QrSvg.of(issued.qrText()));
        }

        @Override
        public String toString() {
            return "ShowResponse";
        }
    }

    /**
     * Where a presentation stands.
     *
     * @param usedAt absent unless used
     * @param office the code of the office that accepted it; absent unless used
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateResponse(State state, @Nullable Instant usedAt, @Nullable String office) {
        static StateResponse of(Presentation presentation, Instant now) {
            var office = presentation.usedBy();
            return new StateResponse(
                    presentation.stateAt(now), presentation.usedAt(), office == null ? null : office.value());
        }
    }
}
