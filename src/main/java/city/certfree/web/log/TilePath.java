package city.certfree.web.log;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How C2SP tlog-tiles writes which tile is meant: groups of three digits, all but the last after an x, then {@code .p/} and the
 * width of a partial one.
 *
 * @param index the tile's place in its level
 * @param width how many hashes are asked for, 1 to 256
 */
record TilePath(long index, int width) {
    static final int FULL = 256;

    private static final Pattern FORM = Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Reads a path; empty when it is none, or not in its one canonical form. */
    static Optional<TilePath> parse(String path) {
        var form = FORM.matcher(path);
        if (!form.matches() || form.group(1).startsWith("x000/")) {
            return Optional.empty();
        }
        long index = Long.parseLong(form.group(1).replaceAll("[x/]", ""));
        int width = form.group(2) == null ? FULL : Integer.parseInt(form.group(2));
        return (width == FULL && form.group(2) != null) || width > FULL
                ? Optional.empty()
                : Optional.of(new TilePath(index, width));
    }
}
