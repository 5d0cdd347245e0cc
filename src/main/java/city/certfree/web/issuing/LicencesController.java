package city.certfree.web.issuing;

import city.certfree.access.Issuer;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.ChangeStatus;
import city.certfree.licence.intake.Flaw;
import city.certfree.licence.intake.IssueResult;
import city.certfree.registry.Registry;
import city.certfree.web.api.Acts;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.StrictJson;
import city.certfree.web.issuing.IssuingAnswers.EntryAnswer;
import city.certfree.web.issuing.IssuingAnswers.IssuedLicence;
import city.certfree.web.issuing.IssuingAnswers.StandingAnswer;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;

/** Issuing, changing and revoking, for the issuers of a type. */
@AnswersProblems
@Controller("/api/v1/licences")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LicencesController {
    private final UseCases useCases;
    private final Registry registry;
    private final Acts acts;
    private final IssuingAnswers answers;
    private final Clock clock;

    LicencesController(UseCases useCases, Registry registry, Acts acts, IssuingAnswers answers, Clock clock) {
        this.useCases = useCases;
        this.registry = registry;
        this.acts = acts;
        this.answers = answers;
        this.clock = clock;
    }

    /** Issues the licence (201), or changes it (200): a changed licence is the next version, under an identifier of its own. */
    @Put("/{identifier}")
    @RequestBody(content = @Content(schema = @Schema(implementation = LicenceRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The next version; the one before is superseded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedLicence.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Issued",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedLicence.class)))
    HttpResponse<?> put(
            @PathVariable String identifier,
            @Body byte[] body,
            @Parameter(hidden = true) Issuer issuer,
            HttpRequest<?> request) {
        return acts.record(request, issuer.caller(), body, () -> {
            var errors = new FieldErrors();
            var read = StrictJson.read(body, LicenceRequest.class);
            var licence = parse(identifier);
            var wanted = read.toWanted(licence, registry.current().catalogue(), errors);
            errors.check();
            var revisions = RevisionTag.wanted(request, licence.version()).orElse(null);
            return useCases.issueLicence
                    .issue(issuer, wanted.orElseThrow(), revisions)
                    .map(this::answer);
        });
    }

    private HttpResponse<IssuedLicence> answer(IssueResult result) {
        return switch (result) {
            case IssueResult.Issued(var licence, var record) -> answers.issued(HttpStatus.CREATED, licence, record);
            case IssueResult.Changed(var licence, var record) -> answers.issued(HttpStatus.OK, licence, record);
            case IssueResult.Flawed(var flaws) -> throw flawed(flaws);
            case IssueResult.Foreign _ -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case IssueResult.RevisionMissing _ -> throw ProblemException.of(ProblemCode.PRECONDITION_REQUIRED);
            case IssueResult.Overtaken _ -> throw ProblemException.of(ProblemCode.PRECONDITION_FAILED);
            case IssueResult.Ended _ -> throw ProblemException.of(ProblemCode.TRANSITION_ILLEGAL);
        };
    }

    /** Gives the licence another status; it counts from now on, in every answer. */
    @Post("/{identifier}/status")
    @RequestBody(content = @Content(schema = @Schema(implementation = StatusRequest.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StandingAnswer.class)))
    HttpResponse<?> status(
            @PathVariable String identifier,
            @Body byte[] body,
            @Parameter(hidden = true) Issuer issuer,
            HttpRequest<?> request) {
        return acts.record(request, issuer.caller(), body, () -> {
            var errors = new FieldErrors();
            var read = StrictJson.read(body, StatusRequest.class);
            var licence = parse(identifier);
            var wanted = read.toNewStatus(RevisionTag.wanted(request, licence.version()), clock.instant(), errors);
            errors.check();
            return useCases.changeStatus
                    .change(issuer, licence, wanted.orElseThrow())
                    .map(result -> answer(licence, result));
        });
    }

    private HttpResponse<StandingAnswer> answer(LicenceIdentifier licence, ChangeStatus.Result result) {
        return switch (result) {
            case ChangeStatus.Result.Changed changed -> answers.standing(licence, changed.now(), changed.record());
            case ChangeStatus.Result.Illegal _ -> throw ProblemException.of(ProblemCode.TRANSITION_ILLEGAL);
            case ChangeStatus.Result.Unknown _ -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case ChangeStatus.Result.Overtaken _ -> throw ProblemException.of(ProblemCode.PRECONDITION_FAILED);
        };
    }

    /** Promises a licence yet to be issued its entry in a status list, for an issuer that signs itself. */
    @Post("/{identifier}/status-list-entry")
    @RequestBody(content = @Content(schema = @Schema(implementation = NothingMore.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EntryAnswer.class)))
    HttpResponse<EntryAnswer> reserve(
            @PathVariable String identifier, @Body byte[] body, @Parameter(hidden = true) Issuer issuer) {
        StrictJson.read(body, NothingMore.class);
        var licence = parse(identifier);
        return useCases.reserveEntry
                .reserve(issuer, licence)
                .map(entry -> answers.entry(licence, entry))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /** An object without members. */
    @Serdeable
    record NothingMore() {}

    /** Tells where a licence stands, with the ETag by which it is changed; nothing of what is on it. */
    @Get("/{identifier}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StandingAnswer.class)))
    HttpResponse<StandingAnswer> standing(@PathVariable String identifier, @Parameter(hidden = true) Issuer issuer) {
        var licence = parse(identifier);
        return useCases.readStanding
                .of(issuer, licence)
                .map(standing -> answers.standing(licence, standing, null))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /** What is no identifier names nothing that is there. */
    private static LicenceIdentifier parse(String identifier) {
        try {
            return LicenceIdentifier.parse(identifier);
        } catch (InvalidValue e) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    private static ProblemException flawed(List<Flaw> flaws) {
        var errors = new FieldErrors();
        flaws.forEach(flaw -> errors.add(flaw.pointer(), ProblemCode.INVALID_VALUE, flaw.expected()));
        errors.check();
        throw new IllegalStateException("nothing was refused for no reason");
    }
}
