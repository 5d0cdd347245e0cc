package city.certfree.web.open;

import city.certfree.kernel.ItemCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Exemption;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.registry.ServiceOffice;
import city.certfree.registry.search.FindOffices;
import city.certfree.registry.search.OfficeFilter;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.page.Missing;
import city.certfree.web.page.Page;
import city.certfree.web.page.Typed;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item: what need not be brought, how it is proven instead, and where to go. */
@Hidden
@Controller("/registry/items")
public final class ItemPageController {
    private static final int OFFICES = 10;

    private final Registry registry;
    private final FindOffices offices;

    ItemPageController(Registry registry, FindOffices offices) {
        this.registry = registry;
        this.offices = offices;
    }

    /**
     * @param near part of an office's name, address or town; empty: all that handle the item
     * @param page of those offices
     */
    @Get("/{itemCode}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> item(
            HttpRequest<?> request,
            @PathVariable String itemCode,
            @QueryValue(defaultValue = "") String near,
            @QueryValue(defaultValue = "1") int page) {
        var catalogue = registry.current().catalogue();
        var item = Typed.as(ItemCode::new, itemCode).flatMap(catalogue::item);
        if (item.isEmpty()) {
            var in = Appearance.of(request).language();
            return Missing.page(
                    in.of("清单中没有这个事项", "The list has no such item"),
                    in.of("它可能已经从清单中移出，或者编码有误。", "It may have been taken off the list, or its code may be wrong."),
                    "/registry",
                    in.of("查事项清单", "See the list of items"));
        }
        var shown = shown(catalogue, item.get(), near.strip(), page);
        return HttpResponse.ok(new ModelAndView<>("open/item", shown));
    }

    private Shown shown(Catalogue catalogue, ExemptedItem item, String near, int page) {
        var replacements = item.exemptions().stream()
                .map(e -> new Replacement(
                        e, e.type() == null ? null : catalogue.type(e.type()).orElseThrow()))
                .toList();
        var department = catalogue.department(item.department()).orElseThrow();
        return new Shown(item, department.name(), replacements, near, offices(item, near, page));
    }

    /** The offices that handle the item's department, from the city's down to the villages'. */
    private Page<ServiceOffice> offices(ExemptedItem item, String near, int page) {
        var handling = offices.find(new OfficeFilter(Typed.search(near), null, null, null, item.code()));
        var fromTheTop = handling.matches().stream()
                .sorted(Comparator.comparing(ItemPageController::rank))
                .toList();
        return Page.of(fromTheTop, page, OFFICES);
    }

    /** The digit of the code that tells the kind of office: 1 for the city's, 6 for self-service points. */
    private static char rank(ServiceOffice office) {
        return office.code().value().charAt(6);
    }

    /** What the page shows. */
    @Introspected
    public record Shown(
            ExemptedItem item,
            String department,
            List<Replacement> replacements,
            String near,
            Page<ServiceOffice> offices) {
        public Shown {
            replacements = List.copyOf(replacements);
        }
    }

    /**
     * A paper and what takes its place.
     *
     * @param type null where no licence replaces it
     */
    public record Replacement(Exemption exemption, @Nullable LicenceType type) {}
}
