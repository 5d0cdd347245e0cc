package city.certfree.web.page;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param rows what stands on it
 * @param number 1, 2, 3 …
 * @param pages how many pages there are, at least 1
 * @param total how many rows all pages hold
 */
public record Page<T>(List<T> rows, int number, int pages, int total) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** Cuts the page with this number out of a list: the first for numbers below 1, the last for numbers beyond. */
    public static <T> Page<T> of(List<T> all, int number, int size) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int within = Math.clamp(number, 1, pages);
        int from = (within - 1) * size;
        return new Page<>(all.subList(from, Math.min(from + size, all.size())), within, pages, all.size());
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages;
    }
}
