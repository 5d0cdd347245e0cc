package city.certfree.registry.feed;

import city.certfree.kernel.InvalidValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row, read by column. What does not fit is reported, and read as null so that the rest of the row is checked too. */
final class Row {
    private static final String SEPARATOR = "\\|";

    private final RegistryFile file;
    private final long line;
    private final Map<String, String> cells;
    private final Problems problems;
    private final Set<String> unclean = new HashSet<>();

    Row(RegistryFile file, long line, Map<String, String> cells, Problems problems) {
        this.file = file;
        this.line = line;
        this.cells = cells;
        this.problems = problems;
    }

    /** The text of the cell; empty also where the file lacks the optional column. */
    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Reports a cell that is no clean text. What it means is then of no interest. */
    void refuseAsText(String column, String expected) {
        refuse(column, expected);
        unclean.add(column);
    }

    void refuse(String column, String expected) {
        refuse(column, cell(column), expected);
    }

    void refuse(String column, String value, String expected) {
        if (!unclean.contains(column)) {
            problems.add(file, line, column, value, expected);
        }
    }

    /** A text that must not be empty. */
    @Nullable String text(String column, int maxCharacters) {
        var text = cell(column);
        if (text.isEmpty() || text.codePointCount(0, text.length()) > maxCharacters) {
            refuse(column, "1 to %d characters".formatted(maxCharacters));
            return null;
        }
        return text;
    }

    /** A text that may be empty, which is then null. */
    @Nullable String optionalText(String column, int maxCharacters) {
        return cell(column).isEmpty() ? null : text(column, maxCharacters);
    }

    @Nullable String matching(String column, Pattern pattern, String expected) {
        if (!pattern.matcher(cell(column)).matches()) {
            refuse(column, expected);
            return null;
        }
        return cell(column);
    }

    @Nullable String oneOf(String column, Collection<String> words) {
        if (!words.contains(cell(column))) {
            refuse(column, "one of " + String.join(", ", words));
            return null;
        }
        return cell(column);
    }

    <E extends Enum<E>> @Nullable E oneOf(String column, Class<E> words) {
        return oneOf(column, cell(column), words);
    }

    /** A value whose own type knows the rule. */
    <T> @Nullable T value(String column, Function<String, T> type) {
        return value(column, cell(column), type);
    }

    /** The code of something that another file lists. */
    <C extends Comparable<C>> @Nullable C reference(String column, Function<String, C> type, Listed<C, ?> listed) {
        return reference(column, cell(column), type, listed);
    }

    /** The codes of things that another file lists, each once; null when one is not well-formed. */
    <C extends Comparable<C>> @Nullable List<C> references(
            String column, Function<String, C> type, Listed<C, ?> listed) {
        return parts(column, part -> reference(column, part, type, listed));
    }

    /** The parts of a list, each once; null when one is not well-formed. */
    <E extends Enum<E>> @Nullable List<E> list(String column, Class<E> words) {
        return parts(column, part -> oneOf(column, part, words));
    }

    /** The parts of a list, each once; null when one is not well-formed. An empty cell is an empty list. */
    <T> @Nullable List<T> list(String column, Function<String, T> type) {
        return parts(column, part -> value(column, part, type));
    }

    private <T> @Nullable List<T> parts(String column, Part<T> reader) {
        var cell = cell(column);
        if (cell.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<T>();
        boolean fit = true;
        for (var text : cell.split(SEPARATOR, -1)) {
            var part = reader.read(text);
            if (part == null) {
                fit = false;
            } else {
                parts.add(part);
            }
        }
        if (new HashSet<>(parts).size() < parts.size()) {
            refuse(column, "each part once");
            fit = false;
        }
        return fit ? parts : null;
    }

    private <C extends Comparable<C>> @Nullable C reference(
            String column, String text, Function<String, C> type, Listed<C, ?> listed) {
        var code = value(column, text, type);
        if (code != null && listed.lacks(code)) {
            refuse(column, text, "a code that " + listed.fileName() + " lists");
            return null;
        }
        return code;
    }

    private <E extends Enum<E>> @Nullable E oneOf(String column, String word, Class<E> words) {
        for (E constant : words.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        refuse(column, word, "one of " + Arrays.toString(words.getEnumConstants()));
        return null;
    }

    private <T> @Nullable T value(String column, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (InvalidValue e) {
            refuse(column, text, e.rule());
            return null;
        }
    }

    /** Reads a part of a list; null when it is not well-formed, which has then been reported. */
    private interface Part<T> {
        @Nullable T read(String text);
    }
}
