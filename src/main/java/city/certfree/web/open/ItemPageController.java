package city.certfree.web.open;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Exemption;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.registry.ServiceOffice;
import city.certfree.web.page.Missing;
import city.certfree.web.page.Page;
import io.micronaut.core.annotation.Introspected;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One item: what need not be brought, how it is proven instead, and where to go. */
@Hidden
@Controller("/registry/items")
public final class ItemPageController {
    private static final int OFFICES = 10;

    private final Registry registry;

    ItemPageController(Registry registry) {
        this.registry = registry;
    }

    /**
     * @param near part of an office's name, address or town; empty: all that handle the item
     * @param page of those offices
     */
    @Get("/{itemCode}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> item(
            @PathVariable String itemCode,
            @QueryValue(defaultValue = "") String near,
            @QueryValue(defaultValue = "1") int page) {
        var catalogue = registry.current().catalogue();
        var item = code(itemCode).flatMap(catalogue::item);
        if (item.isEmpty()) {
            return Missing.page("清单中没有这个事项", "它可能已经从清单中移出，或者编码有误。", "/registry", "查事项清单");
        }
        var shown = shown(catalogue, item.get(), near.strip(), page);
        return HttpResponse.ok(new ModelAndView<>("open/item", shown));
    }

    private static Optional<ItemCode> code(String text) {
        try {
            return Optional.of(new ItemCode(text));
        } catch (InvalidValue notACode) {
            return Optional.empty();
        }
    }

    private static Shown shown(Catalogue catalogue, ExemptedItem item, String near, int page) {
        var replacements = item.exemptions().stream()
                .map(e -> new Replacement(
                        e, e.type() == null ? null : catalogue.type(e.type()).orElseThrow()))
                .toList();
        var department = catalogue.department(item.department()).orElseThrow();
        return new Shown(item, department.name(), replacements, near, offices(catalogue, item, near, page));
    }

    /** The offices that handle the item's department, from the city's down to the villages'. */
    private static Page<ServiceOffice> offices(Catalogue catalogue, ExemptedItem item, String near, int page) {
        var handling = catalogue.offices().stream()
                .filter(office -> office.departments().contains(item.department()))
                .filter(office -> office.name().contains(near)
                        || office.address().contains(near)
                        || (office.town() != null && office.town().contains(near)))
                .sorted(Comparator.comparing(ItemPageController::rank))
                .toList();
        return Page.of(handling, page, OFFICES);
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
