package city.certfree.web.open;

import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
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

/** One type of licence: what is on its face, how it is used, and which items it serves. */
@Hidden
@Controller("/registry/licence-types")
public final class LicenceTypePageController {
    private static final int ITEMS = 20;

    private final Registry registry;

    LicenceTypePageController(Registry registry) {
        this.registry = registry;
    }

    /** @param page of the items it serves */
    @Get("/{code}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> type(HttpRequest<?> request, @PathVariable String code, @QueryValue(defaultValue = "1") int page) {
        var catalogue = registry.current().catalogue();
        var type = Typed.as(LicenceTypeCode::new, code).flatMap(catalogue::type);
        if (type.isEmpty()) {
            var in = Appearance.of(request).language();
            return Missing.page(
                    in.of("没有这种证照", "There is no such licence"),
                    in.of("编码可能有误。", "Its code may be wrong."),
                    "/registry",
                    in.of("查事项清单", "See the list of items"));
        }
        return HttpResponse.ok(new ModelAndView<>("open/licenceType", shown(catalogue, type.get(), page)));
    }

    private static Shown shown(Catalogue catalogue, LicenceType type, int page) {
        var served = catalogue.items().stream()
                .filter(item -> item.uses(type.code()))
                .toList();
        var issuer = catalogue.department(type.issuer()).orElseThrow();
        return new Shown(type, issuer.name(), Page.of(served, page, ITEMS));
    }

    /** What the page shows. */
    @Introspected
    public record Shown(LicenceType type, String issuer, Page<ExemptedItem> items) {}
}
