package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.audit.AccessLog.RecordedUse;
import city.certfree.audit.AccessRecord;
import city.certfree.audit.Receipt;
import city.certfree.channel.own.ReadOwnReceipt;
import city.certfree.channel.own.ReadOwnUses;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RecordId;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Registry;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.page.Ending;
import city.certfree.web.page.Missing;
import city.certfree.web.page.Typed;
import city.certfree.web.page.Wording;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
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

/** Who has used the citizen's licences, each use with its proof, which the browser itself checks. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone?to={here}")
@Controller("/phone/uses")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class UsesController {
    private static final int ROWS = 20;

    private final ReadOwnUses uses;
    private final ReadOwnReceipt receipts;
    private final Registry registry;
    private final CsrfToken csrf;

    UsesController(ReadOwnUses uses, ReadOwnReceipt receipts, Registry registry, CsrfToken csrf) {
        this.uses = uses;
        this.receipts = receipts;
        this.registry = registry;
        this.csrf = csrf;
    }

    /** @param after the record below which the page goes on; empty: from the newest */
    @Get
    HttpResponse<?> uses(
            HttpRequest<?> request, Optional<Principal> caller, @QueryValue(defaultValue = "") String after) {
        return Visitor.citizen(caller)
                .<HttpResponse<?>>map(
                        citizen -> HttpResponse.ok(new ModelAndView<>("phone/uses", page(request, citizen, after))))
                .orElseGet(() -> HttpResponse.seeOther(Visitor.START));
    }

    /** The receipt of one use as a file, for whoever checks it elsewhere. */
    @Get("/{recordId}/receipt")
    HttpResponse<?> receipt(HttpRequest<?> request, Principal.Citizen citizen, String recordId) {
        return Typed.as(RecordId::parse, recordId)
                .flatMap(use -> receipts.of(citizen.holder(), use))
                .<HttpResponse<?>>map(UsesController::file)
                .orElseGet(() -> missing(request));
    }

    /** The answer where a use is not the citizen's, or not there. */
    static HttpResponse<?> missing(HttpRequest<?> request) {
        var in = Appearance.of(request).language();
        return Missing.page(
                in.of("没有这条记录", "There is no such record"),
                in.of("请在“谁用过我的证照”中重新选择。", "Please choose again in “Who used my licences”."),
                "/phone/uses",
                in.of("谁用过我的证照", "Who used my licences"));
    }

    private static HttpResponse<?> file(Receipt receipt) {
        return HttpResponse.ok(receipt.text())
                .contentType("text/plain; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"receipt-" + receipt.record() + ".txt\"");
    }

    private Uses page(HttpRequest<?> request, HolderCode citizen, String after) {
        var in = Appearance.of(request).language();
        var catalogue = registry.current().catalogue();
        var found = uses.of(citizen, Typed.as(RecordId::parse, after).orElse(null), ROWS);
        var rows = found.uses().stream().map(use -> row(catalogue, use, in)).toList();
        var next = rows.size() == ROWS ? rows.getLast().recordId() : null;
        return new Uses(csrf.of(request), rows, found.total(), next);
    }

    private static Row row(Catalogue catalogue, RecordedUse use, Language in) {
        var record = use.record();
        return new Row(
                record.id().toString(),
                Wording.moment(record.at()),
                office(catalogue, record),
                item(catalogue, record),
                type(catalogue, record, in),
                new Named(record.channel().name(), UseWords.of(record.channel(), in)),
                record.caseNumber().value(),
                record.purpose().value(),
                record.outcome().name(),
                Ending.of(record.outcome()),
                UseWords.of(record.outcome(), in),
                use.receipt().text());
    }

    private static Named office(Catalogue catalogue, AccessRecord record) {
        var code = record.office().value();
        return new Named(
                code, catalogue.office(record.office()).map(o -> o.name()).orElse(code));
    }

    private static Named item(Catalogue catalogue, AccessRecord record) {
        var code = record.item().value();
        return new Named(code, catalogue.item(record.item()).map(i -> i.name()).orElse(code));
    }

    private static Named type(Catalogue catalogue, AccessRecord record, Language in) {
        var type = Optional.ofNullable(record.type());
        return new Named(
                type.map(t -> t.value()).orElse(""),
                type.flatMap(catalogue::type)
                        .map(t -> in.of(t.name(), t.englishName()))
                        .orElse(in.of("证照", "Licence")));
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

    /**
     * One use, in words.
     *
     * @param outcome its code; {@code brief} says it in words
     * @param receipt the proof, which the page's script holds against all the others
     */
    public record Row(
            String recordId,
            String at,
            Named office,
            Named item,
            Named type,
            Named channel,
            String caseNumber,
            String purpose,
            String outcome,
            Ending ending,
            String brief,
            String receipt) {}

    /**
     * What is shown by its name.
     *
     * @param code as it stands in the record; empty: it never became known
     */
    public record Named(String code, String name) {}
}
