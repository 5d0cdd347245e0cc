package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.audit.AccessLog.RecordedUse;
import city.certfree.channel.own.ReadOwnUses;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Registry;
import city.certfree.web.page.Ending;
import city.certfree.web.page.Typed;
import city.certfree.web.page.Wording;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has used the citizen's licences. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone")
@Controller("/phone/uses")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class UsesController {
    private static final int ROWS = 20;

    private final ReadOwnUses uses;
    private final Registry registry;
    private final CsrfToken csrf;

    UsesController(ReadOwnUses uses, Registry registry, CsrfToken csrf) {
        this.uses = uses;
        this.registry = registry;
        this.csrf = csrf;
    }

    /** @param after the record below which the page goes on; empty: from the newest */
    @Get
    HttpResponse<?> uses(
            HttpRequest<?> request, Optional<Principal> caller, @QueryValue(defaultValue = "") String after) {
        return Visitor.citizen(caller)
                .<HttpResponse<?>>map(citizen ->
                        HttpResponse.ok(new ModelAndView<>("phone/uses", page(csrf.of(request), citizen, after))))
                .orElseGet(() -> HttpResponse.seeOther(Visitor.START));
    }

    private Uses page(String token, HolderCode citizen, String after) {
        var catalogue = registry.current().catalogue();
        var found = uses.of(citizen, Typed.as(RecordId::parse, after).orElse(null), ROWS);
        var rows = found.uses().stream().map(use -> row(catalogue, use)).toList();
        var next = rows.size() == ROWS ? rows.getLast().recordId() : null;
        return new Uses(token, rows, found.total(), next);
    }

    private static Row row(Catalogue catalogue, RecordedUse use) {
        var record = use.record();
        var type = Optional.ofNullable(record.type()).flatMap(catalogue::type).map(t -> t.name());
        return new Row(
                record.id().toString(),
                Wording.moment(record.at()),
                catalogue
                        .office(record.office())
                        .map(o -> o.name())
                        .orElse(record.office().value()),
                catalogue
                        .item(record.item())
                        .map(i -> i.name())
                        .orElse(record.item().value()),
                type.orElse("证照"),
                Wording.of(record.channel()),
                record.purpose().value(),
                Ending.of(record.outcome()));
    }

    /**
     * What the page shows.
     *
     * @param next the record after which the next page goes on; null: this is the last
     */
    @Introspected
    public record Uses(String csrf, List<Row> rows, long total, @Nullable String next) {
        public Uses {
            rows = List.copyOf(rows);
        }
    }

    /** One use, in words. */
    public record Row(
            String recordId,
            String at,
            String office,
            String item,
            String type,
            String channel,
            String purpose,
            Ending ending) {}
}
