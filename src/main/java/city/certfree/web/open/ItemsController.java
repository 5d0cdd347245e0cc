package city.certfree.web.open;

import city.certfree.kernel.Channel;
import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Exemption;
import city.certfree.registry.ExemptionMode;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.registry.search.FindItems;
import city.certfree.registry.search.ItemFilter;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of exempted items (免证事项清单). */
@Cacheable
@AnswersProblems
@Controller("/api/v1/items")
final class ItemsController {
    private final FindItems find;
    private final Registry registry;

    ItemsController(FindItems find, Registry registry) {
        this.find = find;
        this.registry = registry;
    }

    @Get
    @Operation(summary = "Search the exempted items", tags = "public")
    @ApiResponse(responseCode = "200", description = "In the order of their codes")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "words of the name, as written, in pinyin or by initials, or the beginning of the code")
    @Parameter(name = "theme", in = ParameterIn.QUERY, description = "such as 出生")
    @Parameter(name = "level", in = ParameterIn.QUERY, description = "市级, 区县级 or 镇街级")
    @Parameter(name = "category", in = ParameterIn.QUERY, description = "such as 行政许可")
    @Parameter(name = "departmentCode", in = ParameterIn.QUERY, description = "who handles the item, 4 digits")
    @Parameter(name = "audience", in = ParameterIn.QUERY, description = "个人, 法人 or both")
    @Parameter(
            name = "channel",
            in = ParameterIn.QUERY,
            description = "SHARE, VERIFY, LOOKUP or SHOW; with licenceTypeCode, of one and the same exemption")
    @Parameter(name = "licenceTypeCode", in = ParameterIn.QUERY, description = "a type that replaces a paper")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "how many at most, 1 to 200; without it 50")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    Listing<ItemSummary> items(HttpRequest<?> request) {
        var parameters = QueryParameters.of(
                request,
                "q",
                "theme",
                "level",
                "category",
                "departmentCode",
                "audience",
                "channel",
                "licenceTypeCode",
                "limit",
                "cursor");
        var filter = new ItemFilter(
                parameters.value("q", SearchText::new),
                parameters.text("theme").orElse(null),
                parameters.text("level").orElse(null),
                parameters.text("category").orElse(null),
                parameters.value("departmentCode", DepartmentCode::new),
                parameters.text("audience").orElse(null),
                parameters.word("channel", Channel.class),
                parameters.value("licenceTypeCode", LicenceTypeCode::new));
        var page = PageWanted.of(parameters, filter);
        var found = find.find(filter);
        long version = found.in().version().number();
        return Listing.of(page, found.matches(), i -> i.code().value(), i -> ItemSummary.of(i, version));
    }

    @Get("/{itemCode}")
    @Operation(summary = "One exempted item with all its exemptions", tags = "public")
    @ApiResponse(responseCode = "200", description = "The item")
    Item item(@PathVariable String itemCode, HttpRequest<?> request) {
        QueryParameters.of(request);
        var current = registry.current();
        return Item.of(Listed.item(current.catalogue(), itemCode), current);
    }

    /**
     * An exempted item.
     *
     * @param category 行政许可, 行政征收, 行政给付, 行政确认, 行政奖励, 其他行政权力 or 公共服务
     * @param level 市级, 区县级 or 镇街级
     * @param departmentCode who handles it
     * @param audience 个人, 法人 or both
     * @param legalBasis one law or regulation; null where not known
     * @param version of the registry
     */
    @Serdeable
    record ItemSummary(
            String itemCode,
            String name,
            String category,
            String level,
            String departmentCode,
            String theme,
            String audience,
            @Nullable String legalBasis,
            long version) {
        static ItemSummary of(ExemptedItem item, long version) {
            return new ItemSummary(
                    item.code().value(),
                    item.name(),
                    item.category(),
                    item.level(),
                    item.department().value(),
                    item.theme(),
                    item.audience(),
                    item.legalBasis(),
                    version);
        }
    }

    /**
     * An exempted item in full.
     *
     * @param category 行政许可, 行政征收, 行政给付, 行政确认, 行政奖励, 其他行政权力 or 公共服务
     * @param level 市级, 区县级 or 镇街级
     * @param departmentCode who handles it
     * @param audience 个人, 法人 or both
     * @param legalBasis one law or regulation; null where not known
     * @param version of the registry
     * @param exemptions what need not be brought, at least one
     */
    @Serdeable
    record Item(
            String itemCode,
            String name,
            String category,
            String level,
            String departmentCode,
            String theme,
            String audience,
            @Nullable String legalBasis,
            long version,
            List<ItemExemption> exemptions) {
        Item {
            exemptions = List.copyOf(exemptions);
        }

        static Item of(ExemptedItem item, Registry.Snapshot current) {
            return new Item(
                    item.code().value(),
                    item.name(),
                    item.category(),
                    item.level(),
                    item.department().value(),
                    item.theme(),
                    item.audience(),
                    item.legalBasis(),
                    current.version().number(),
                    item.exemptions().stream()
                            .map(e -> ItemExemption.of(
                                    e, Optional.ofNullable(e.type()).flatMap(current.catalogue()::type)))
                            .toList());
        }
    }

    /**
     * One paper that need not be brought.
     *
     * @param materialName what the applicant formerly had to bring
     * @param licenceTypeCode what replaces it; null where no licence does
     * @param required whether it was always asked for; otherwise under the condition
     * @param condition null where it was always asked for
     * @param fields the attributes that the item needs; empty: the type's non-sensitive ones
     */
    @Serdeable
    record ItemExemption(
            String materialName,
            ExemptionMode mode,
            @Nullable String licenceTypeCode,
            @Nullable String licenceTypeName,
            boolean required,
            @Nullable String condition,
            List<String> fields) {
        ItemExemption {
            fields = List.copyOf(fields);
        }

        static ItemExemption of(Exemption exemption, Optional<LicenceType> type) {
            return new ItemExemption(
                    exemption.materialName(),
                    exemption.mode(),
                    type.map(t -> t.code().value()).orElse(null),
                    type.map(LicenceType::name).orElse(null),
                    exemption.required(),
                    exemption.condition(),
                    exemption.fields());
        }
    }
}
