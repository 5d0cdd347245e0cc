package city.certfree.web.open;

import city.certfree.kernel.Channel;
import city.certfree.registry.Department;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.web.cache.Cacheable;
import city.certfree.web.input.QueryParameters;
import city.certfree.web.listing.Listing;
import city.certfree.web.listing.PageWanted;
import city.certfree.web.problem.AnswersProblems;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry as a whole, and its departments. */
@Cacheable
@AnswersProblems
@Controller("/api/v1")
final class RegistryController {
    private final Registry registry;

    RegistryController(Registry registry) {
        this.registry = registry;
    }

    @Get("/registry/summary")
    @Operation(summary = "How much the registry in force lists", tags = "public")
    @ApiResponse(responseCode = "200", description = "Counted from the registry in force")
    Summary summary(HttpRequest<?> request) {
        QueryParameters.of(request);
        return Summary.of(registry.current());
    }

    @Get("/departments")
    @Operation(summary = "The departments that issue licences or handle items", tags = "public")
    @ApiResponse(responseCode = "200", description = "In the order of their codes")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "how many at most, 1 to 200; without it 50")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    Listing<DepartmentEntry> departments(HttpRequest<?> request) {
        var page = PageWanted.of(QueryParameters.of(request, "limit", "cursor"), new AllDepartments());
        var departments = new ArrayList<>(registry.current().catalogue().departments());
        return Listing.of(page, departments, d -> d.code().value(), DepartmentEntry::of);
    }

    /** The list of departments, which nothing narrows. */
    private record AllDepartments() {}

    /**
     * The registry in figures.
     *
     * @param channels how many licence types can be used through each channel
     * @param version its number; 0: nothing has been published yet
     * @param publishedAt when it was published; null before the first publication
     */
    @Serdeable
    record Summary(
            int items,
            int licenceTypes,
            Map<Channel, Long> channels,
            int offices,
            long version,
            @Nullable Instant publishedAt) {
        Summary {
            channels = Collections.unmodifiableMap(new EnumMap<>(channels));
        }

        static Summary of(Registry.Snapshot current) {
            var catalogue = current.catalogue();
            var version = current.version();
            Map<Channel, Long> channels = new EnumMap<>(Channel.class);
            for (var channel : Channel.values()) {
                channels.put(
                        channel,
                        catalogue.types().stream()
                                .map(LicenceType::channels)
                                .filter(offered -> offered.contains(channel))
                                .count());
            }
            return new Summary(
                    catalogue.items().size(),
                    catalogue.types().size(),
                    channels,
                    catalogue.offices().size(),
                    version.number(),
                    version.number() == 0 ? null : version.publishedAt());
        }
    }

    /**
     * A department.
     *
     * @param code 4 digits
     * @param creditCode its unified social credit code, 18 characters
     */
    @Serdeable
    record DepartmentEntry(String code, String name, String creditCode) {
        static DepartmentEntry of(Department department) {
            return new DepartmentEntry(department.code().value(), department.name(), department.creditCode());
        }
    }
}
