package city.certfree.web.open;

import city.certfree.kernel.Channel;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.Registry;
import city.certfree.registry.search.FindItems;
import city.certfree.registry.search.ItemFilter;
import city.certfree.web.page.Page;
import city.certfree.web.page.Typed;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The list of exempted items: searched, narrowed down, leafed through. */
@Hidden
@Controller("/registry")
public final class RegistryPageController {
    private static final int ROWS = 20;

    private final Registry registry;
    private final FindItems items;

    RegistryPageController(Registry registry, FindItems items) {
        this.registry = registry;
        this.items = items;
    }

    /** A choice that the list does not know narrows nothing: the address may be an old one. */
    @Get
    @Produces(MediaType.TEXT_HTML)
    @View("open/registry")
    Listing list(
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String theme,
            @QueryValue(defaultValue = "") String level,
            @QueryValue(defaultValue = "") String channel,
            @QueryValue(defaultValue = "1") int page) {
        var catalogue = registry.current().catalogue();
        var asked = new Asked(q.strip(), theme, level, channel);
        var found = items.find(asked.filter()).matches();
        return new Listing(
                asked,
                distinct(catalogue, ExemptedItem::theme),
                distinct(catalogue, ExemptedItem::level),
                rows(catalogue, Page.of(found, page, ROWS)));
    }

    private static List<String> distinct(Catalogue catalogue, Function<ExemptedItem, String> property) {
        return catalogue.items().stream().map(property).distinct().toList();
    }

    private static Page<Row> rows(Catalogue catalogue, Page<ExemptedItem> items) {
        var rows = items.rows().stream().map(item -> row(catalogue, item)).toList();
        return new Page<>(rows, items.number(), items.pages(), items.total());
    }

    private static Row row(Catalogue catalogue, ExemptedItem item) {
        var department = catalogue.department(item.department()).orElseThrow();
        var channels = EnumSet.noneOf(Channel.class);
        item.exemptions().forEach(e -> e.mode().channel().ifPresent(channels::add));
        return new Row(item, department.name(), List.copyOf(channels));
    }

    /** What the page shows. */
    @Introspected
    public record Listing(Asked asked, List<String> themes, List<String> levels, Page<Row> page) {
        public Listing {
            themes = List.copyOf(themes);
            levels = List.copyOf(levels);
        }
    }

    /**
     * What the visitor asked for.
     *
     * @param channel a {@link Channel} by name; empty and others narrow nothing, as everywhere here
     */
    public record Asked(String q, String theme, String level, String channel) {
        private ItemFilter filter() {
            return new ItemFilter(
                    Typed.search(q),
                    theme.isEmpty() ? null : theme,
                    level.isEmpty() ? null : level,
                    null,
                    null,
                    null,
                    asChannel().orElse(null),
                    null);
        }

        private Optional<Channel> asChannel() {
            return Arrays.stream(Channel.values())
                    .filter(c -> c.name().equals(channel))
                    .findFirst();
        }

        /** Whether anything but words narrows the list: the page shows by what. */
        public boolean isNarrowed() {
            return !(theme + level + channel).isEmpty();
        }

        /** The address of another page of the same list. */
        public String pageAt(int number) {
            return UriBuilder.of("/registry")
                    .queryParam("q", q)
                    .queryParam("theme", theme)
                    .queryParam("level", level)
                    .queryParam("channel", channel)
                    .queryParam("page", number)
                    .build()
                    .toString();
        }
    }

    /** One item in the list. */
    public record Row(ExemptedItem item, String department, List<Channel> channels) {
        public Row {
            channels = List.copyOf(channels);
        }
    }
}
