package city.certfree.web.map;

import city.certfree.kernel.DepartmentCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Department;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.ServiceOffice;
import city.certfree.registry.search.FindItems;
import city.certfree.registry.search.FindOffices;
import city.certfree.registry.search.ItemFilter;
import city.certfree.web.page.Page;
import city.certfree.web.page.Typed;
import city.certfree.web.signin.Anonymous;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service map as a page: a list that works without a script, and a map beside it that shows the same offices. */
@Hidden
@Anonymous
@Controller("/map")
public final class MapPageController {
    private static final int ROWS = 20;

    private final FindOffices offices;
    private final FindItems items;
    private final MapSettings settings;

    MapPageController(FindOffices offices, FindItems items, MapSettings settings) {
        this.offices = offices;
        this.items = items;
        this.settings = settings;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @View("open/map")
    Shown map(HttpRequest<?> request, @QueryValue(defaultValue = "1") int page) {
        var asked = MapQuery.of(request);
        var found = offices.find(asked.filter());
        var catalogue = found.in().catalogue();
        var matches = handling(found.matches(), asked.item());
        var fromTheTop = matches.stream()
                .sorted(Comparator.comparing(MapPageController::rank))
                .toList();
        var rows = Page.of(fromTheTop, page, ROWS);
        return new Shown(
                asked,
                Choices.of(catalogue, settings),
                item(catalogue, asked),
                rows.rows().stream().map(office -> row(catalogue, office)).toList(),
                rows,
                Places.of(catalogue.offices(), matches),
                found.in().version().number(),
                settings);
    }

    /** Those that handle an item of which the words are part. */
    private List<ServiceOffice> handling(List<ServiceOffice> found, String words) {
        var text = Typed.search(words);
        if (text == null) {
            return found;
        }
        var departments = items.find(new ItemFilter(text, null, null, null, null, null, null, null)).matches().stream()
                .map(ExemptedItem::department)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(office -> !Collections.disjoint(office.departments(), departments))
                .toList();
    }

    private static @Nullable ExemptedItem item(Catalogue catalogue, MapQuery asked) {
        var code = asked.filter().item();
        return code == null ? null : catalogue.item(code).orElse(null);
    }

    private static Row row(Catalogue catalogue, ServiceOffice office) {
        return new Row(
                office,
                office.departments().stream().map(code -> name(catalogue, code)).toList());
    }

    private static String name(Catalogue catalogue, DepartmentCode code) {
        return catalogue.department(code).map(Department::name).orElseThrow();
    }

    /** The digit of the code that tells the kind of office: 1 for the city's, 6 for self-service points. */
    private static char rank(ServiceOffice office) {
        return office.code().value().charAt(6);
    }

    /**
     * What the page shows.
     *
     * @param item whose offices are shown; null: of any
     * @param places of all that were found, among all offices
     * @param version of the registry that the places are counted in
     */
    @Introspected
    public record Shown(
            MapQuery asked,
            Choices choices,
            @Nullable ExemptedItem item,
            List<Row> rows,
            Page<ServiceOffice> page,
            String places,
            long version,
            MapSettings settings) {
        public Shown {
            rows = List.copyOf(rows);
        }
    }

    /**
     * An office in the list.
     *
     * @param departments names of those served there
     */
    public record Row(ServiceOffice office, List<String> departments) {
        public Row {
            departments = List.copyOf(departments);
        }
    }

    /** What offices can be narrowed down by: only what there is. */
    public record Choices(List<Choice> districts, List<String> kinds, List<Choice> departments) {
        public Choices {
            districts = List.copyOf(districts);
            kinds = List.copyOf(kinds);
            departments = List.copyOf(departments);
        }

        static Choices of(Catalogue catalogue, MapSettings settings) {
            var served = served(catalogue);
            return new Choices(
                    distinct(catalogue, ServiceOffice::districtCode).stream()
                            .map(code -> new Choice(code, settings.district(code)))
                            .toList(),
                    catalogue.offices().stream()
                            .sorted(Comparator.comparing(MapPageController::rank))
                            .map(ServiceOffice::kind)
                            .distinct()
                            .toList(),
                    catalogue.departments().stream()
                            .filter(department -> served.contains(department.code()))
                            .map(department -> new Choice(department.code().value(), department.name()))
                            .toList());
        }

        private static Set<DepartmentCode> served(Catalogue catalogue) {
            return catalogue.offices().stream()
                    .flatMap(office -> office.departments().stream())
                    .collect(Collectors.toSet());
        }

        private static List<String> distinct(Catalogue catalogue, Function<ServiceOffice, String> property) {
            return catalogue.offices().stream().map(property).distinct().toList();
        }
    }

    /** A value and what it is called. */
    public record Choice(String value, String name) {}
}
