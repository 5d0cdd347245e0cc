package city.certfree.web.api;

import city.certfree.access.account.Principal;
import city.certfree.access.delegation.Delegation;
import city.certfree.channel.delegation.DelegationView;
import city.certfree.channel.delegation.GiveDelegation;
import city.certfree.channel.delegation.GiveDelegation.Wanted;
import city.certfree.channel.delegation.GiveResult;
import city.certfree.channel.delegation.ReadDelegations;
import city.certfree.channel.delegation.RevokeDelegation;
import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RandomId;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.input.StrictJson;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a citizen lets others show, and may show for others (委托授权). */
@AnswersProblems
@Controller("/api/v1/me/delegations")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DelegationsController {
    private final GiveDelegation give;
    private final RevokeDelegation revoke;
    private final ReadDelegations read;
    private final Acts acts;
    private final KeyedIndex index;

    DelegationsController(
            GiveDelegation give, RevokeDelegation revoke, ReadDelegations read, Acts acts, KeyedIndex index) {
        this.give = give;
        this.revoke = revoke;
        this.read = read;
        this.acts = acts;
        this.index = index;
    }

    /** Lets another citizen show one licence for one item until a moment, at most a year away. */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = DelegationRequest.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DelegationJson.class)))
    HttpResponse<?> give(
            @Body byte[] body, @Parameter(hidden = true) Principal.Citizen citizen, HttpRequest<?> request) {
        var caller = index.of(citizen.holder()).toString();
        return acts.perform(request, caller, body, () -> {
            var errors = new FieldErrors();
            var wanted = StrictJson.read(body, DelegationRequest.class).toWanted(errors);
            return answer(give.give(citizen.holder(), wanted));
        });
    }

    private static HttpResponse<?> answer(GiveResult result) {
        return switch (result) {
            case GiveResult.Given(var delegation) ->
                HttpResponse.created(DelegationJson.of(delegation, Direction.GIVEN));
            case GiveResult.NotHeld() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case GiveResult.Refused(var refusal) -> throw ProblemException.of(Refusals.code(refusal));
            case GiveResult.ToOneself() ->
                throw ProblemException.of(
                        ProblemCode.INVALID_VALUE, "/agent/code", "the number of another than yourself");
            case GiveResult.EndNotAllowed() ->
                throw ProblemException.of(ProblemCode.INVALID_VALUE, "/validUntil", "within a year from now");
            case GiveResult.TooMany() ->
                throw ProblemException.of(
                        ProblemCode.INVALID_VALUE, "/identifier", "at most 50 delegations are in force: revoke one");
        };
    }

    /** What the citizen has given, whatever became of it, and what he or she may show for others now; latest first. */
    @Get
    DelegationList list(@Parameter(hidden = true) Principal.Citizen citizen) {
        var given = read.givenBy(citizen.holder()).stream().map(d -> DelegationJson.of(d, Direction.GIVEN));
        var received = read.givenTo(citizen.holder()).stream().map(d -> DelegationJson.of(d, Direction.RECEIVED));
        var all = Stream.concat(given, received).toList();
        return new DelegationList(all, all.size(), null);
    }

    /** Revokes one that the citizen has given, at once; again does nothing more. */
    @Delete("/{delegationId}")
    @ApiResponse(responseCode = "204")
    HttpResponse<?> revoke(@PathVariable String delegationId, @Parameter(hidden = true) Principal.Citizen citizen) {
        if (!revoke.revoke(citizen.holder(), id(delegationId))) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return HttpResponse.noContent();
    }

    private static RandomId id(String text) {
        try {
            return RandomId.parse(text);
        } catch (InvalidValue e) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    /**
     * A wish to delegate.
     *
     * @param identifier the licence: the citizen's, or that of an organisation he or she represents
     * @param itemCode the item for which it may be shown
     * @param agent who may show it
     * @param validUntil until when, RFC 3339
     */
    @Serdeable
    record DelegationRequest(String identifier, String itemCode, AgentRequest agent, String validUntil) {
        Wanted toWanted(FieldErrors errors) {
            var licence = errors.read("/identifier", () -> LicenceIdentifier.parse(identifier));
            var item = errors.read("/itemCode", () -> new ItemCode(itemCode));
            var code = errors.read("/agent/code", agent::toCode);
            var name = errors.read("/agent/name", agent::toName);
            var until = errors.read("/validUntil", () -> instant(validUntil));
            errors.check();
            return new Wanted(
                    licence.orElseThrow(),
                    item.orElseThrow(),
                    code.orElseThrow(),
                    name.orElseThrow(),
                    until.orElseThrow());
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw InvalidValue.because("a moment such as 2026-12-31T16:00:00Z is expected");
            }
        }

        /** Names no person. */
        @Override
        public String toString() {
            return "DelegationRequest";
        }
    }

    /**
     * Who may show it.
     *
     * @param codeType {@code 111}: a citizen
     * @param code the citizen number
     * @param name as the counter is to see it, masked; 1 to 50 characters
     */
    @Serdeable
    record AgentRequest(String codeType, String code, String name) {
        HolderCode toCode() {
            if (!codeType.equals(HolderCodeType.CITIZEN_NUMBER.code())) {
                throw InvalidValue.because("an agent is a citizen, of code type 111");
            }
            return HolderCode.ofCitizen(code);
        }

        String toName() {
            if (!Delegation.isName(name)) {
                throw InvalidValue.because("a name has 1 to 50 printable characters");
            }
            return name;
        }

        /** Names no person. */
        @Override
        public String toString() {
            return "AgentRequest";
        }
    }

    /** Seen from the citizen. */
    enum Direction {
        GIVEN,
        RECEIVED
    }

    /**
     * The delegations.
     *
     * @param nextCursor null: they are all here
     */
    @Serdeable
    record DelegationList(List<DelegationJson> items, long total, @Nullable String nextCursor) {}

    /**
     * A delegation.
     *
     * @param holderName masked; empty when the licence is held no longer
     * @param agentName masked
     * @param revokedAt null: not revoked
     */
    @Serdeable
    record DelegationJson(
            String delegationId,
            Direction direction,
            DelegationView.State state,
            String identifier,
            String typeCode,
            String typeName,
            String itemCode,
            String itemName,
            String holderName,
            String agentName,
            Instant givenAt,
            Instant validUntil,
            @Nullable Instant revokedAt) {
        static DelegationJson of(DelegationView view, Direction direction) {
            return new DelegationJson(
                    view.delegationId(),
                    direction,
                    view.state(),
                    view.identifier(),
                    view.typeCode(),
                    view.typeName(),
                    view.itemCode(),
                    view.itemName(),
                    view.holderName(),
                    view.agentName(),
                    view.givenAt(),
                    view.validUntil(),
                    view.revokedAt());
        }
    }
}
