package city.certfree.licence.feed;

import city.certfree.kernel.InvalidValue;
import city.certfree.licence.intake.Flaw;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, and where in the row it stands. What is not as expected ends the reading of the row. */
final class Members {
    private final Map<String, Object> values;
    private final String pointer;

    private Members(Map<String, Object> values, String pointer) {
        this.values = values;
        this.pointer = pointer;
    }

    static Members ofRow(Map<String, Object> values) {
        return new Members(values, "");
    }

    /** Refuses members of other names. */
    Members only(Set<String> names) {
        if (!names.containsAll(values.keySet())) {
            throw new Refused(new Flaw(pointer, "only the members " + String.join(", ", names)));
        }
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text that must be there, read by the type that it stands for. */
    <T> T text(String name, String expected, Function<String, T> reading) {
        return optional(name, expected, reading).orElseThrow(() -> refused(name, expected));
    }

    /** A text that may be absent; empty when it is. */
    <T> Optional<T> optional(String name, String expected, Function<String, T> reading) {
        return switch (values.get(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(read(text, name, expected, reading));
            default -> throw refused(name, expected);
        };
    }

    private <T> T read(String text, String name, String expected, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (InvalidValue e) {
            throw refused(name, rule(e));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused(name, expected);
        }
    }

    /** Builds a value of members that were each read already. */
    <T> T build(Supplier<T> building) {
        try {
            return building.get();
        } catch (InvalidValue e) {
            throw new Refused(new Flaw(pointer, rule(e)));
        }
    }

    /** A value object's rule states what was expected and never the value. */
    private static String rule(InvalidValue e) {
        return Objects.requireNonNullElse(e.getMessage(), "a valid value");
    }

    Members object(String name) {
        return asObject(values.get(name), pointer + "/" + name);
    }

    List<Members> objects(String name) {
        if (!(values.get(name) instanceof List<?> elements)) {
            throw refused(name, "an array");
        }
        var objects = new ArrayList<Members>();
        for (var element : elements) {
            objects.add(asObject(element, pointer + "/" + name + "/" + objects.size()));
        }
        return objects;
    }

    /** All members, which must be texts. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw new Refused(new Flaw(pointer, "only texts"));
            }
            texts.put(name, text);
        });
        return texts;
    }

    private Refused refused(String name, String expected) {
        return new Refused(new Flaw(pointer + "/" + name, expected));
    }

    @SuppressWarnings("unchecked") // an object of StrictJson has names of type String
    private static Members asObject(@Nullable Object value, String pointer) {
        if (value instanceof Map<?, ?> members) {
            return new Members((Map<String, Object>) members, pointer);
        }
        throw new Refused(new Flaw(pointer, "an object"));
    }

    /** Ends the reading of a row; it never leaves this package. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Flaw flaw;

        Refused(Flaw flaw) {
            super(flaw.expected(), null, false, false);
            this.flaw = flaw;
        }

        Flaw flaw() {
            return flaw;
        }
    }
}
