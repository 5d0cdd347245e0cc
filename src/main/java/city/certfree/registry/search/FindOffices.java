package city.certfree.registry.search;

import city.certfree.registry.Catalogue;
import city.certfree.registry.Registry;
import city.certfree.registry.ServiceOffice;
import city.certfree.registry.search.NameIndex.Naming;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds service offices in the registry in force. */
@Singleton
public final class FindOffices {
    private final Registry registry;
    private final Names<ServiceOffice> names;

    FindOffices(Registry registry, Spellings spellings) {
        this.registry = registry;
        this.names = new Names<>(
                spellings,
                Catalogue::offices,
                new Naming<>(ServiceOffice::name, office -> office.code().value(), FindOffices::places));
    }

    private static List<String> places(ServiceOffice office) {
        return List.of(office.address(), Objects.requireNonNullElse(office.town(), ""));
    }

    /** The offices that fit, in the order of their codes. Address and town are searched too. */
    public Found<ServiceOffice> find(OfficeFilter filter) {
        var current = registry.current();
        return new Found<>(current, matches(current.catalogue(), filter).toList());
    }

    /** The offices that fit, nearest first; of those at the same distance in the order of their codes. */
    public Found<OfficeNearby> findNear(OfficeFilter filter, Position here) {
        var current = registry.current();
        var offices = matches(current.catalogue(), filter)
                .map(office -> new OfficeNearby(office, distance(here, office)))
                .sorted(Comparator.comparingLong(OfficeNearby::distanceMetres))
                .toList();
        return new Found<>(current, offices);
    }

    private Stream<ServiceOffice> matches(Catalogue catalogue, OfficeFilter filter) {
        return names.find(catalogue, filter.text())
                .filter(filter::fits)
                .filter(office -> handles(catalogue, office, filter));
    }

    private static boolean handles(Catalogue catalogue, ServiceOffice office, OfficeFilter filter) {
        return filter.item() == null
                || catalogue
                        .item(filter.item())
                        .filter(item -> office.departments().contains(item.department()))
                        .isPresent();
    }

    private static long distance(Position here, ServiceOffice office) {
        return here.metresTo(new Position(office.latitude(), office.longitude()));
    }

    /** An office and how far it is, as the crow flies. */
    public record OfficeNearby(ServiceOffice office, long distanceMetres) {}
}
