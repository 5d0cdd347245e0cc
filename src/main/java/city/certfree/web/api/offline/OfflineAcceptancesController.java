package city.certfree.web.api.offline;

import city.certfree.access.Occasion;
import city.certfree.access.account.Principal;
import city.certfree.audit.AccessLog;
import city.certfree.audit.Receipt;
import city.certfree.channel.show.offline.OfflineAnswer.Result;
import city.certfree.channel.show.offline.ReconcileAcceptance;
import city.certfree.channel.show.offline.Reconciled;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.Purpose;
import city.certfree.web.api.Acts;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.Moment;
import city.certfree.web.input.StrictJson;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a counter accepted while it had no network, reported by the clerk who accepted it. */
@AnswersProblems
@OnlyFor(Party.CLERK)
@Controller("/api/v1/offline-acceptances")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OfflineAcceptancesController {
    /** The longest tokens with the longest texts stay within what one body may have. */
    private static final int MOST = 100;

    private static final int LONGEST_TOKEN = 1200;

    private final ReconcileAcceptance reconcile;
    private final Acts acts;
    private final AccessLog log;

    OfflineAcceptancesController(ReconcileAcceptance reconcile, Acts acts, AccessLog log) {
        this.reconcile = reconcile;
        this.acts = acts;
        this.log = log;
    }

    /**
     * Uses up what was accepted, or says why not; one answer per token, in the order of the request. The same report again is
     * answered alike and done once. Nothing of the licence is told.
     */
    @Post
    @RequestBody(
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = AcceptanceRequest.class),
                                            minItems = 1,
                                            maxItems = MOST)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            array = @ArraySchema(schema = @Schema(implementation = AcceptanceResponse.class))))
    HttpResponse<?> report(@Body byte[] body, @Parameter(hidden = true) Principal.Staff clerk, HttpRequest<?> request) {
        return acts.perform(request, clerk.account(), body, () -> {
            var errors = new FieldErrors();
            var acceptances = read(StrictJson.readList(body, AcceptanceRequest.class), clerk, errors);
            errors.check();
            return HttpResponse.ok(acceptances.stream().map(this::answer).toList());
        });
    }

    private static List<Acceptance> read(List<AcceptanceRequest> requests, Principal.Staff clerk, FieldErrors errors) {
        if (requests.isEmpty() || requests.size() > MOST) {
            errors.add("", ProblemCode.INVALID_VALUE, "1 to " + MOST + " acceptances are reported at once");
        }
        var read = new ArrayList<Acceptance>();
        for (int i = 0; i < requests.size(); i++) {
            requests.get(i).read("/" + i, clerk, errors).ifPresent(read::add);
        }
        return read;
    }

    /** Each is an act of its own: what one comes to changes nothing for the others. */
    private AcceptanceResponse answer(Acceptance acceptance) {
        return AcceptanceResponse.of(
                log.append(reconcile.reconcile(acceptance.occasion(), acceptance.token(), acceptance.acceptedAt())));
    }

    /**
     * What was accepted.
     *
     * @param token the show token
     * @param acceptedAt when, by the counter's clock: RFC 3339 in UTC, cut to the millisecond
     */
    @Serdeable
    record AcceptanceRequest(String token, String acceptedAt, String itemCode, String caseNumber, String purpose) {
        Optional<Acceptance> read(String pointer, Principal.Staff clerk, FieldErrors errors) {
            var given = errors.read(pointer + "/token", this::checkedToken);
            var at = errors.read(pointer + "/acceptedAt", () -> Moment.of(acceptedAt));
            var item = errors.read(pointer + "/itemCode", () -> new ItemCode(itemCode));
            var number = errors.read(pointer + "/caseNumber", () -> new CaseNumber(caseNumber));
            var why = errors.read(pointer + "/purpose", () -> new Purpose(purpose));
            if (given.isEmpty() || at.isEmpty() || item.isEmpty() || number.isEmpty() || why.isEmpty()) {
                return Optional.empty();
            }
            var occasion = new Occasion(Requesters.of(clerk, null), item.get(), number.get(), why.get());
            return Optional.of(new Acceptance(occasion, given.get(), at.get()));
        }

        private String checkedToken() {
            if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
                throw InvalidValue.because("a token has 1 to " + LONGEST_TOKEN + " characters");
            }
            return token;
        }

        @Override
        public String toString() {
            return "AcceptanceRequest";
        }
    }

    /** A report whose fields have been read. */
    private record Acceptance(Occasion occasion, String token, Instant acceptedAt) {
        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    /**
     * What came of it.
     *
     * @param reason the code of an outcome; null exactly when it is reconciled
     * @param acceptedAt as it was reported
     * @param recordId null when the same had been reported and recorded before
     * @param receipt null as {@code recordId}
     */
    @Serdeable
    record AcceptanceResponse(
            Result result,
            @Nullable String reason,
            Instant acceptedAt,
            @Nullable String recordId,
            @Nullable String receipt) {
        static AcceptanceResponse of(Reconciled reconciled) {
            var answer = reconciled.answer();
            Receipt receipt = reconciled.receipt();
            return new AcceptanceResponse(
                    answer.result(),
                    answer.reason(),
                    answer.acceptedAt(),
                    receipt == null ? null : receipt.record().toString(),
                    receipt == null ? null : receipt.text());
        }
    }
}
