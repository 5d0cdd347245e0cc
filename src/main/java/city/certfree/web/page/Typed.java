package city.certfree.web.page;

import city.certfree.kernel.InvalidValue;
import city.certfree.registry.search.SearchText;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came in an address or a search field, read as a page reads it: what is no value is just not there. */
public final class Typed {
    private Typed() {}

    /** The value that a text makes; empty when it makes none. */
    public static <T> Optional<T> as(Function<String, T> value, String text) {
        try {
            return Optional.of(value.apply(text));
        } catch (InvalidValue notOne) {
            return Optional.empty();
        }
    }

    /** What somebody searches; null when nothing can be searched by it. */
    public static @Nullable SearchText search(String text) {
        return as(SearchText::new, text).orElse(null);
    }
}
