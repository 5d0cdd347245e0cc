package city.certfree.registry.search;

import org.jspecify.annotations.Nullable;

/** A property narrowed to one value. */
final class Narrowed {
    private Narrowed() {}

    /** Whether the value is the one asked for; if none is asked for, all are. */
    static boolean fits(@Nullable Object asked, @Nullable Object value) {
        return asked == null || asked.equals(value);
    }
}
