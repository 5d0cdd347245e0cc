package city.certfree.registry.search;

import city.certfree.registry.Registry.Snapshot;
import java.util.List;

/**
 * What was found, and in which version of the registry.
 *
 * @param matches all of them, in order
 */
public record Found<T>(Snapshot in, List<T> matches) {
    public Found {
        matches = List.copyOf(matches);
    }
}
