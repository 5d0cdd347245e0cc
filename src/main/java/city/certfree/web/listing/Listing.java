package city.certfree.web.listing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what stands on it
 * @param total how many there are on all pages
 * @param nextCursor for the next page, as the parameter {@code cursor}; null on the last one
 */
@Serdeable
public record Listing<T>(List<T> items, int total, @Nullable String nextCursor) {
    public Listing {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of a list.
     *
     * @param ordered the whole list, in ascending order of its keys
     * @param key names an element, differently from all others
     * @param shape what an element looks like on the page
     */
    public static <S, T> Listing<T> of(
            PageWanted wanted, List<S> ordered, Function<S, String> key, Function<S, T> shape) {
        var rest = ordered.stream()
                .dropWhile(element -> key.apply(element).compareTo(wanted.after()) <= 0)
                .toList();
        var page = rest.subList(0, Math.min(wanted.limit(), rest.size()));
        var next = page.size() < rest.size() ? wanted.cursorAfter(key.apply(page.getLast())) : null;
        return new Listing<>(page.stream().map(shape).toList(), ordered.size(), next);
    }
}
