package city.certfree.registry.search;

import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.LicenceType;
import city.certfree.registry.ServiceOffice;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the names in the registry are spelled. Finding that out takes the better part of a second for a whole city, so each
 * name is spelled once: beforehand, or when it is first asked for.
 */
@Singleton
public final class Spellings {
    private final Map<String, Spelling> byName = new ConcurrentHashMap<>();

    public Spellings() {}

    /** Spells the names of a catalogue in the background, and forgets all others. */
    public void prepare(Catalogue catalogue) {
        Thread.ofPlatform().name("spellings").daemon().start(() -> {
            var names = names(catalogue);
            names.forEach(this::of);
            byName.keySet().retainAll(names);
        });
    }

    /** The first letters of a name's syllables in pinyin, lower case: {@code spjyxk} of 食品经营许可. */
    public String initialsOf(String name) {
        return of(name).initials();
    }

    Spelling of(String name) {
        return byName.computeIfAbsent(name, Spelling::of);
    }

    private static Set<String> names(Catalogue catalogue) {
        var names = new HashSet<String>();
        catalogue.items().stream().map(ExemptedItem::name).forEach(names::add);
        catalogue.types().stream().map(LicenceType::name).forEach(names::add);
        catalogue.offices().stream().map(ServiceOffice::name).forEach(names::add);
        return names;
    }
}
