package city.certfree.web.console.offline;

import city.certfree.kernel.Channel;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import city.certfree.registry.Sensitivity;
import city.certfree.registry.search.Spellings;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Objects;

/** The registry as far as a counter without a network needs it: which item takes which licences from the phone. */
@Hidden
@OnlyFor(Party.CLERK)
@Controller("/counter/offline/registry")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ShortRegistryController {
    private final Registry registry;
    private final Spellings spellings;

    ShortRegistryController(Registry registry, Spellings spellings) {
        this.registry = registry;
        this.spellings = spellings;
    }

    @Get
    ShortRegistry all() {
        var now = registry.current();
        var catalogue = now.catalogue();
        return new ShortRegistry(
                now.version().number(),
                catalogue.items().stream().map(this::item).toList(),
                catalogue.types().stream()
                        .filter(type -> type.channels().contains(Channel.SHOW))
                        .map(ShortType::of)
                        .toList());
    }

    private ShortItem item(ExemptedItem item) {
        var shows = item.exemptions().stream()
                .filter(e -> e.mode().channel().filter(Channel.SHOW::equals).isPresent())
                .map(e -> new Shows(
                        e.materialName(), Objects.requireNonNull(e.type()).value()))
                .toList();
        return new ShortItem(item.code().value(), item.name(), item.level(), spellings.initialsOf(item.name()), shows);
    }

    /** @param version by which the counter knows whether it has it already */
    @Serdeable
    record ShortRegistry(long version, List<ShortItem> items, List<ShortType> types) {
        ShortRegistry {
            items = List.copyOf(items);
            types = List.copyOf(types);
        }
    }

    /**
     * An item.
     *
     * @param initials the first letters of its name in pinyin
     * @param shows what is proven from the phone; empty: nothing
     */
    @Serdeable
    record ShortItem(String code, String name, String level, String initials, List<Shows> shows) {
        ShortItem {
            shows = List.copyOf(shows);
        }
    }

    /** A paper that is proven from the phone, and by which type of licence. */
    @Serdeable
    record Shows(String material, String type) {}

    /**
     * A type of licences that are shown from the phone.
     *
     * @param needsNetwork whether it tells so much that it is not judged without one
     */
    @Serdeable
    record ShortType(String code, String name, boolean needsNetwork) {
        static ShortType of(LicenceType type) {
            return new ShortType(type.code().value(), type.name(), type.sensitivity() == Sensitivity.HIGH);
        }
    }
}
