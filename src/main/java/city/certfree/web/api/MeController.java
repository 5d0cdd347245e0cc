package city.certfree.web.api;

import city.certfree.access.account.Principal;
import city.certfree.audit.AccessLog.RecordedUse;
import city.certfree.audit.Outcome;
import city.certfree.channel.LicenceView;
import city.certfree.channel.own.ReadOwnLicences;
import city.certfree.channel.own.ReadOwnUses;
import city.certfree.kernel.Channel;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.RecordId;
import city.certfree.web.input.QueryParameters;
import city.certfree.web.problem.AnswersProblems;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a citizen has, and who has used it. */
@AnswersProblems
@Controller("/api/v1/me")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MeController {
    private final ReadOwnLicences readOwnLicences;
    private final ReadOwnUses readOwnUses;

    MeController(ReadOwnLicences readOwnLicences, ReadOwnUses readOwnUses) {
        this.readOwnLicences = readOwnLicences;
        this.readOwnUses = readOwnUses;
    }

    /** The citizen's licences in full, and those of the organisations he or she legally represents, each with its holders. */
    @Get("/licences")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    LicenceList licences(@Parameter(hidden = true) Principal.Citizen citizen, HttpRequest<?> request) {
        var query = QueryParameters.of(request, "limit", "cursor");
        int limit = query.limit();
        var after = query.text("cursor").map(MeController::identifier);
        var all = readOwnLicences.of(citizen.holder());
        var rest = all.stream()
                .filter(l -> after.isEmpty() || l.identifier().compareTo(after.get()) > 0)
                .toList();
        var page = rest.subList(0, Math.min(limit, rest.size()));
        return new LicenceList(
                page,
                all.size(),
                page.size() < rest.size() ? cursor(page.getLast().identifier()) : null);
    }

    /** Who used the citizen's licences: what, when, for which item; refused uses too; newest first. */
    @Get("/uses")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    UseList uses(@Parameter(hidden = true) Principal.Citizen citizen, HttpRequest<?> request) {
        var query = QueryParameters.of(request, "limit", "cursor");
        int limit = query.limit();
        var after = query.text("cursor").map(MeController::recordId).orElse(null);
        var found = readOwnUses.of(citizen.holder(), after, limit + 1);
        var page = found.uses().stream().limit(limit).map(UseJson::of).toList();
        return new UseList(
                page,
                found.total(),
                found.uses().size() > limit ? cursor(page.getLast().recordId()) : null);
    }

    private static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.US_ASCII));
    }

    private static String identifier(String cursor) {
        return position(cursor, text -> LicenceIdentifier.parse(text).value());
    }

    private static RecordId recordId(String cursor) {
        return position(cursor, RecordId::parse);
    }

    private static <T> T position(String cursor, Function<String, T> reader) {
        try {
            return reader.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    ProblemCode.CURSOR_INVALID, "?cursor", "a cursor is what a list gave as nextCursor");
        }
    }

    /**
     * The licences.
     *
     * @param nextCursor where the next page begins; null at the end
     */
    @Serdeable
    record LicenceList(List<LicenceView> items, long total, @Nullable String nextCursor) {}

    /**
     * The uses.
     *
     * @param nextCursor where the next page begins; null at the end
     */
    @Serdeable
    record UseList(List<UseJson> items, long total, @Nullable String nextCursor) {}

    /**
     * One use, or the refusal of one.
     *
     * @param office the code of the office that asked
     * @param operator the office's own id for its clerk; null when it named none
     */
    @Serdeable
    record UseJson(
            String recordId,
            Instant at,
            Channel channel,
            String itemCode,
            String caseNumber,
            String purpose,
            String office,
            @Nullable String operator,
            @Nullable String typeCode,
            Outcome outcome,
            String receipt) {
        static UseJson of(RecordedUse use) {
            var record = use.record();
            var type = record.type();
            return new UseJson(
                    record.id().toString(),
                    record.at(),
                    record.channel(),
                    record.item().value(),
                    record.caseNumber().value(),
                    record.purpose().value(),
                    record.office().value(),
                    record.operator(),
                    type == null ? null : type.value(),
                    record.outcome(),
                    use.receipt().text());
        }
    }
}
