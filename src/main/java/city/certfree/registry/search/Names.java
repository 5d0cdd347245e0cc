package city.certfree.registry.search;

import city.certfree.registry.Catalogue;
import city.certfree.registry.search.NameIndex.Naming;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the things of one kind are found by, in whatever version of the registry; that of the last one asked for is kept. */
final class Names<T> {
    private final Spellings spellings;
    private final Function<Catalogue, Collection<T>> things;
    private final Naming<T> naming;

    private volatile Optional<Known<T>> known = Optional.empty();

    Names(Spellings spellings, Function<Catalogue, Collection<T>> things, Naming<T> naming) {
        this.spellings = spellings;
        this.things = things;
        this.naming = naming;
    }

    /**
     * Those that are found, in the order of the catalogue.
     *
     * @param text null: all
     */
    Stream<T> find(Catalogue catalogue, @Nullable SearchText text) {
        return in(catalogue).find(text);
    }

    /** Of two who ask first after a change both may make one, which does no harm. */
    private NameIndex<T> in(Catalogue catalogue) {
        var last = known;
        if (last.isPresent() && last.get().catalogue == catalogue) {
            return last.get().index;
        }
        var index = new NameIndex<>(things.apply(catalogue), naming, spellings);
        known = Optional.of(new Known<>(catalogue, index));
        return index;
    }

    private record Known<T>(Catalogue catalogue, NameIndex<T> index) {}
}
