package city.certfree.web.console;

import city.certfree.access.account.Principal;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.Purpose;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Registry;
import city.certfree.registry.search.FindItems;
import city.certfree.registry.search.ItemFilter;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.console.Work.Desk;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import city.certfree.web.page.Page;
import city.certfree.web.page.Typed;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The counter's first page: choose an item and open a case; before that, sign in. */
@Hidden
@Controller("/counter")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CounterController {
    private static final int ITEMS = 8;

    private final Registry registry;
    private final FindItems items;
    private final Counter counter;
    private final CsrfToken csrf;
    private final Clock clock;

    CounterController(Registry registry, FindItems items, Counter counter, CsrfToken csrf, Clock clock) {
        this.registry = registry;
        this.items = items;
        this.counter = counter;
        this.csrf = csrf;
        this.clock = clock;
    }

    /**
     * @param q what the clerk searches
     * @param item the code of the item that was chosen; empty: none yet
     */
    @Get
    HttpResponse<?> start(
            HttpRequest<?> request,
            Optional<Principal> caller,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String item) {
        var clerk = Counter.clerk(caller);
        if (clerk.isEmpty()) {
            return CounterSignInController.page(request, caller.isPresent());
        }
        var desk = counter.desk(request, clerk.get());
        var chosen = item(item);
        if (chosen.isEmpty()) {
            return start(new Start(desk, q.strip(), found(q.strip()), null, Opening.nothing(), List.of()));
        }
        return start(new Start(desk, "", none(), chosen.get(), Opening.of(chosen.get()), List.of()));
    }

    /** Opens a case, or goes on with one: shows the form for the named material. */
    @OnlyFor(value = Party.CLERK, door = "/counter")
    @Post("/case")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> work(HttpRequest<?> request, Optional<Principal> caller, @Body Map<String, Object> body) {
        var form = new Form(body);
        boolean generate = !form.text("generate").isEmpty();
        var mistakes = generate
                ? List.<Mistake>of()
                : mistakes(form, Appearance.of(request).language());
        var clerk = Counter.clerk(caller);
        var item = item(form.text("item"));
        if ((generate || !mistakes.isEmpty()) && clerk.isPresent() && item.isPresent()) {
            csrf.check(request, form.text(CsrfToken.FIELD));
            var number = generate ? CaseNumbers.next(clock.instant()) : form.text("caseNumber");
            var opening = Opening.of(item.get(), number, form);
            return start(new Start(counter.desk(request, clerk.get()), "", none(), item.get(), opening, mistakes));
        }
        return counter.step(
                request, caller, body, at -> counter.ask(at, at.form().text("material")));
    }

    /** Where a reload leads: the page's script sends again the form that the browser's history holds. */
    @OnlyFor(value = Party.CLERK, door = "/counter")
    @Get("/case")
    HttpResponse<?> resume(HttpRequest<?> request, Optional<Principal> caller) {
        var clerk = Counter.clerk(caller);
        return clerk.isEmpty()
                ? HttpResponse.seeOther(Counter.START)
                : HttpResponse.ok(
                        new ModelAndView<>("counter/resume", Map.of("desk", counter.desk(request, clerk.get()))));
    }

    private static List<Mistake> mistakes(Form form, Language in) {
        var mistakes = new ArrayList<Mistake>();
        if (Typed.as(CaseNumber::new, form.number("caseNumber")).isEmpty()) {
            mistakes.add(new Mistake(
                    "caseNumber",
                    in.of(
                            "请填写办件编号，不超过 64 个字，不要填身份证号。",
                            "Enter the case number: at most 64 characters, and no identity number.")));
        }
        if (Typed.as(Purpose::new, form.text("purpose")).isEmpty()) {
            mistakes.add(new Mistake(
                    "purpose",
                    in.of(
                            "请填写用证事由，不超过 200 个字，不要写身份证号。",
                            "Enter the purpose: at most 200 characters, and no identity number.")));
        }
        if (form.text("material").isEmpty()) {
            Applicants.mistake(form, in).ifPresent(mistakes::add);
        }
        return mistakes;
    }

    private Optional<ExemptedItem> item(String code) {
        return Typed.as(ItemCode::new, code).flatMap(registry.current().catalogue()::item);
    }

    private Page<ExemptedItem> found(String q) {
        var text = Typed.search(q);
        if (text == null) {
            return none();
        }
        var filter = new ItemFilter(text, null, null, null, null, null, null, null);
        return Page.of(items.find(filter).matches(), 1, ITEMS);
    }

    private static Page<ExemptedItem> none() {
        return Page.of(List.of(), 1, ITEMS);
    }

    private static HttpResponse<?> start(Start page) {
        var status = page.mistakes().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        return HttpResponse.status(status).body(new ModelAndView<>("counter/start", page));
    }

    /**
     * What the page shows.
     *
     * @param chosen the item of the case; null: still to be chosen
     */
    @Introspected
    public record Start(
            Desk desk,
            String q,
            Page<ExemptedItem> found,
            @Nullable ExemptedItem chosen,
            Opening opening,
            List<Mistake> mistakes) {
        public Start {
            mistakes = List.copyOf(mistakes);
        }
    }
}
