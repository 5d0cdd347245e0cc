package city.certfree.web.open;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.registry.ServiceOffice;
import city.certfree.registry.search.FindOffices;
import city.certfree.registry.search.FindOffices.OfficeNearby;
import city.certfree.registry.search.OfficeFilter;
import city.certfree.registry.search.Position;
import city.certfree.registry.search.SearchText;
import city.certfree.web.cache.Cacheable;
import city.certfree.web.input.QueryParameters;
import city.certfree.web.listing.Listing;
import city.certfree.web.listing.PageWanted;
import city.certfree.web.problem.AnswersProblems;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service map (政务服务地图): where items are handled. */
@Cacheable
@AnswersProblems
@Controller("/api/v1/offices")
final class OfficesController {
    private final FindOffices find;

    OfficesController(FindOffices find) {
        this.find = find;
    }

    @Get
    @Operation(summary = "Search the service offices", tags = "public")
    @ApiResponse(responseCode = "200", description = "In the order of their codes; with near, nearest first")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "words of the name, as written, in pinyin or by initials, of the address or the town, or the"
                    + " beginning of the code")
    @Parameter(name = "districtCode", in = ParameterIn.QUERY, description = "6 digits (GB/T 2260)")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "such as 镇街便民服务中心")
    @Parameter(name = "departmentCode", in = ParameterIn.QUERY, description = "a department served there, 4 digits")
    @Parameter(name = "itemCode", in = ParameterIn.QUERY, description = "an item whose department is served there")
    @Parameter(name = "near", in = ParameterIn.QUERY, description = "latitude,longitude in decimal degrees")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "how many at most, 1 to 200; without it 50")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    Listing<Office> offices(HttpRequest<?> request) {
        var parameters = QueryParameters.of(
                request, "q", "districtCode", "kind", "departmentCode", "itemCode", "near", "limit", "cursor");
        var filter = new OfficeFilter(
                parameters.value("q", SearchText::new),
                parameters.value("districtCode", OfficesController::districtCode),
                parameters.text("kind").orElse(null),
                parameters.value("departmentCode", DepartmentCode::new),
                parameters.value("itemCode", ItemCode::new));
        var here = parameters.value("near", Position::parse);
        var page = PageWanted.of(parameters, new FilterAndOrder(filter, here));
        return here == null
                ? Listing.of(page, find.find(filter).matches(), o -> o.code().value(), o -> Office.of(o, null))
                : Listing.of(page, find.findNear(filter, here).matches(), OfficesController::key, Office::of);
    }

    private static String districtCode(String text) {
        if (!text.matches("[0-9]{6}")) {
            throw InvalidValue.because("a district code has 6 digits");
        }
        return text;
    }

    /** Sorts as text like the distance does as a number. */
    private static String key(OfficeNearby nearby) {
        return "%08d %s".formatted(nearby.distanceMetres(), nearby.office().code());
    }

    /** What makes a list of offices another one. */
    private record FilterAndOrder(OfficeFilter filter, @Nullable Position near) {}

    /**
     * A service office.
     *
     * @param officeCode 11 digits
     * @param districtCode 6 digits (GB/T 2260)
     * @param longitude degrees east
     * @param latitude degrees north
     * @param openingHours for display
     * @param departments codes of the departments served there
     * @param town null for offices of the city or a district
     * @param distanceMetres from the place given as near, as the crow flies; absent without it
     */
    @Serdeable
    record Office(
            String officeCode,
            String name,
            String kind,
            String districtCode,
            String address,
            double longitude,
            double latitude,
            String openingHours,
            String phone,
            List<String> departments,
            @Nullable String town,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long distanceMetres) {
        Office {
            departments = List.copyOf(departments);
        }

        static Office of(OfficeNearby nearby) {
            return of(nearby.office(), nearby.distanceMetres());
        }

        static Office of(ServiceOffice office, @Nullable Long distanceMetres) {
            return new Office(
                    office.code().value(),
                    office.name(),
                    office.kind(),
                    office.districtCode(),
                    office.address(),
                    office.longitude(),
                    office.latitude(),
                    office.openingHours(),
                    office.phone(),
                    office.departments().stream().map(DepartmentCode::value).toList(),
                    office.town(),
                    distanceMetres);
        }
    }
}
