package city.certfree.web.open;

import city.certfree.kernel.Channel;
import city.certfree.registry.Attribute;
import city.certfree.registry.HolderKind;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.registry.Sensitivity;
import city.certfree.registry.search.FindLicenceTypes;
import city.certfree.registry.search.LicenceTypeFilter;
import city.certfree.registry.search.SearchText;
import city.certfree.web.cache.Cacheable;
import city.certfree.web.input.QueryParameters;
import city.certfree.web.listing.Listing;
import city.certfree.web.listing.PageWanted;
import city.certfree.web.problem.AnswersProblems;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of licences that replace papers. */
@Cacheable
@AnswersProblems
@Controller("/api/v1/licence-types")
final class LicenceTypesController {
    private final FindLicenceTypes find;
    private final Registry registry;

    LicenceTypesController(FindLicenceTypes find, Registry registry) {
        this.find = find;
        this.registry = registry;
    }

    @Get
    @Operation(summary = "Search the licence types", tags = "public")
    @ApiResponse(responseCode = "200", description = "In the order of their codes")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "words of the name, as written, in pinyin or by initials, or the beginning of the code")
    @Parameter(name = "channel", in = ParameterIn.QUERY, description = "SHARE, VERIFY, LOOKUP or SHOW")
    @Parameter(name = "holderKind", in = ParameterIn.QUERY, description = "NATURAL_PERSON, LEGAL_ENTITY or BOTH")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "how many at most, 1 to 200; without it 50")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    Listing<LicenceTypeEntry> types(HttpRequest<?> request) {
        var parameters = QueryParameters.of(request, "q", "channel", "holderKind", "limit", "cursor");
        var filter = new LicenceTypeFilter(
                parameters.value("q", SearchText::new),
                parameters.word("channel", Channel.class),
                parameters.word("holderKind", HolderKind.class));
        var page = PageWanted.of(parameters, filter);
        return Listing.of(page, find.find(filter).matches(), t -> t.code().value(), LicenceTypeEntry::of);
    }

    @Get("/{code}")
    @Operation(summary = "One licence type", tags = "public")
    @ApiResponse(responseCode = "200", description = "The licence type")
    LicenceTypeEntry type(@PathVariable String code, HttpRequest<?> request) {
        QueryParameters.of(request);
        return LicenceTypeEntry.of(Listed.type(registry.current().catalogue(), code));
    }

    /**
     * A licence type.
     *
     * @param code 21 characters (GB/T 36904)
     * @param kind 证照, 证明, 批文, 鉴定报告 or 办事结果
     * @param validity the usual or longest term as an ISO 8601 duration; null: permanent
     * @param channels at least one
     * @param attributes in the order of the face
     */
    @Serdeable
    record LicenceTypeEntry(
            String code,
            String name,
            String englishName,
            String kind,
            HolderKind holderKind,
            String issuingDepartmentCode,
            @Nullable String validity,
            List<Channel> channels,
            Sensitivity sensitivity,
            List<AttributeEntry> attributes) {
        LicenceTypeEntry {
            channels = List.copyOf(channels);
            attributes = List.copyOf(attributes);
        }

        static LicenceTypeEntry of(LicenceType type) {
            return new LicenceTypeEntry(
                    type.code().value(),
                    type.name(),
                    type.englishName(),
                    type.kind(),
                    type.holderKind(),
                    type.issuer().value(),
                    Optional.ofNullable(type.validity()).map(Object::toString).orElse(null),
                    List.copyOf(type.channels()),
                    type.sensitivity(),
                    type.attributes().stream().map(AttributeEntry::of).toList());
        }
    }

    /**
     * A face attribute.
     *
     * @param key its name in data
     * @param name its name on the face
     * @param type string, number, date, datetime or image
     * @param sensitive given only where an item's exemption names it
     */
    @Serdeable
    record AttributeEntry(String key, String name, String type, boolean sensitive) {
        static AttributeEntry of(Attribute attribute) {
            var type = attribute.type().name().toLowerCase(Locale.ROOT);
            return new AttributeEntry(attribute.key(), attribute.name(), type, attribute.sensitive());
        }
    }
}
