package city.certfree.web.console.slip;

import city.certfree.access.Requester;
import city.certfree.access.account.Principal;
import city.certfree.channel.slip.PrintSlip;
import city.certfree.channel.slip.ReadSlip;
import city.certfree.channel.slip.Slip;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import city.certfree.registry.Registry;
import city.certfree.token.TokenSettings;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.console.shift.Desk;
import city.certfree.web.console.shift.Desks;
import city.certfree.web.page.Form;
import city.certfree.web.page.Missing;
import city.certfree.web.page.Typed;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;

/** Shows a clerk the slip of a use of his or her own, and gives it a number for the paper. */
@Hidden
@OnlyFor(value = Party.CLERK, door = "/counter")
@Controller("/counter")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class SlipController {
    private final ReadSlip read;
    private final PrintSlip print;
    private final Registry registry;
    private final Desks desks;
    private final CsrfToken csrf;
    private final String publicUrl;

    SlipController(
            ReadSlip read, PrintSlip print, Registry registry, Desks desks, CsrfToken csrf, TokenSettings settings) {
        this.read = read;
        this.print = print;
        this.registry = registry;
        this.desks = desks;
        this.csrf = csrf;
        this.publicUrl = settings.issuer().toString();
    }

    /** What the slip looks like. Only {@link #print} gives it the number under which it goes on paper. */
    @Get("/slips/{recordId}")
    HttpResponse<?> slip(HttpRequest<?> request, Principal.Staff clerk, String recordId) {
        var found = Typed.as(RecordId::parse, recordId).flatMap(use -> read.of(requester(clerk), use));
        return page(request, desks.of(request, clerk), found, false);
    }

    /** Counts one more slip on paper; the page then prints itself. */
    @Post("/prints")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> print(HttpRequest<?> request, Principal.Staff clerk, @Body Map<String, Object> body) {
        var form = new Form(body);
        csrf.check(request, form.text(CsrfToken.FIELD));
        var key = Typed.as(RandomId::parse, form.text("key")).orElseGet(RandomId::next);
        var found = Typed.as(RecordId::parse, form.text("recordId"))
                .flatMap(use -> print.print(requester(clerk), use, key));
        return page(request, desks.of(request, clerk), found, true);
    }

    private HttpResponse<?> page(HttpRequest<?> request, Desk desk, Optional<Slip> slip, boolean prints) {
        var in = Appearance.of(request).language();
        return slip.map(found -> SlipPaper.of(found, registry.current().catalogue(), publicUrl, in))
                .<HttpResponse<?>>map(paper -> HttpResponse.ok(new ModelAndView<>(
                        "slip/slip",
                        new Shown(desk, paper, prints, RandomId.next().toString()))))
                .orElseGet(() -> Missing.page(
                        in.of("没有这张回执", "There is no such slip"),
                        in.of(
                                "只能打印本人作过的查用，请从当班记录中重新选择。",
                                "You can print slips of your own uses only. Choose one from the shift log."),
                        "/counter",
                        in.of("回到窗口", "Back to the counter")));
    }

    private static Requester.Clerk requester(Principal.Staff clerk) {
        return new Requester.Clerk(clerk.account(), clerk.office());
    }

    /**
     * What the page shows.
     *
     * @param prints whether the slip has its number, and may go on paper
     * @param key of the next print
     */
    @Introspected
    public record Shown(Desk desk, SlipPaper paper, boolean prints, String key) {}
}
