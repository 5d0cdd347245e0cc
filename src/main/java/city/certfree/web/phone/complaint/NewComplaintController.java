package city.certfree.web.phone.complaint;

import city.certfree.access.account.Principal;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Registry;
import city.certfree.registry.search.FindItems;
import city.certfree.registry.search.ItemFilter;
import city.certfree.registry.search.SearchText;
import city.certfree.web.page.Form;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way to a complaint about paper: first the item, then what was asked for and where. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone?to={here}")
@Controller("/phone/complaints/new")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class NewComplaintController {
    private static final int ITEMS = 10;

    private final FindItems items;
    private final Registry registry;
    private final PaperForm paper;
    private final CsrfToken csrf;

    NewComplaintController(FindItems items, Registry registry, PaperForm paper, CsrfToken csrf) {
        this.items = items;
        this.registry = registry;
        this.paper = paper;
        this.csrf = csrf;
    }

    /**
     * The form, once an item is chosen; before that the choice.
     *
     * @param q what is searched among the items
     * @param item the code of the chosen one; empty, or unknown: none
     * @param office the code of an office that is known already; empty: none
     */
    @Get
    HttpResponse<?> begin(
            HttpRequest<?> request,
            Principal.Citizen citizen,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String item,
            @QueryValue(defaultValue = "") String office) {
        return known(item)
                .<HttpResponse<?>>map(chosen -> form(request, chosen, new Form(Map.of("officeCode", office))))
                .orElseGet(() -> HttpResponse.ok(new ModelAndView<>("phone/complaint/item", choice(q.strip()))));
    }

    /** Looks for an office; what is filled in stays. Posted, so that no words come into an address. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> find(HttpRequest<?> request, Principal.Citizen citizen, @Body Map<String, Object> body) {
        var form = new Form(body);
        csrf.check(request, form.text(CsrfToken.FIELD));
        return known(form.text("itemCode"))
                .<HttpResponse<?>>map(item -> form(request, item, form))
                .orElseGet(() -> HttpResponse.ok(new ModelAndView<>("phone/complaint/item", choice(""))));
    }

    private Optional<ExemptedItem> known(String item) {
        return Typed.as(ItemCode::new, item)
                .flatMap(code -> registry.current().catalogue().item(code));
    }

    private HttpResponse<?> form(HttpRequest<?> request, ExemptedItem item, Form filled) {
        var page = paper.page(csrf.of(request), item, filled, List.of());
        return HttpResponse.ok(new ModelAndView<>("phone/complaint/paper", Map.of("page", page)));
    }

    private Choice choice(String q) {
        var text = Typed.search(q);
        var found = text == null ? List.<ExemptedItem>of() : found(text);
        return new Choice(q, found.stream().limit(ITEMS).toList(), found.size());
    }

    private List<ExemptedItem> found(@Nullable SearchText text) {
        return items.find(new ItemFilter(text, null, null, null, null, null, null, null))
                .matches();
    }

    /**
     * What was found of the items.
     *
     * @param q what was searched; empty: nothing yet
     * @param total how many there are, of which these are the first
     */
    @Introspected
    public record Choice(String q, List<ExemptedItem> items, int total) {
        public Choice {
            items = List.copyOf(items);
        }
    }
}
