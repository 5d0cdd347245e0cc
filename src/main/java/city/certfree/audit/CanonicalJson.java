package city.certfree.audit;

import city.certfree.kernel.Sha256;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one byte form of an answer (RFC 8785, JSON Canonicalization Scheme), so that whoever holds the answer can compute the
 * digest that its receipt proves.
 *
 * <p>An answer is made of records (objects whose names are the components' names), maps with text keys, lists, text, whole
 * numbers, truth values and null; every other value counts as its text. Fractions, whose canonical form is intricate, do
 * not occur: numbers on the face of a licence are text.
 */
public final class CanonicalJson {
    /** The components of each class of records, in the order of their names: reflection looks them up anew each time. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .sorted(Comparator.comparing(RecordComponent::getName))
                    .toList();
        }
    };

    private static final int USUAL_LENGTH = 512;

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

    private CanonicalJson() {}

    /** SHA-256 of the canonical form in UTF-8. */
    public static Sha256 digest(Object answer) {
        return Sha256.of(text(answer).getBytes(StandardCharsets.UTF_8));
    }

    /** The canonical form. */
    public static String text(@Nullable Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case Integer number -> out.append(number);
            case Map<?, ?> map -> writeObject(map);
            case Iterable<?> list -> writeArray(list);
            case Record object -> writeObject(object);
            default -> writeText(value.toString());
        }
    }

    /** Names in the order of their UTF-16 code units, which is the order of Java's strings (RFC 8785, section 3.2.3). */
    private void writeObject(Map<?, ?> members) {
        var sorted = new TreeMap<String, @Nullable Object>();
        members.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        char separator = '{';
        for (var member : sorted.entrySet()) {
            writeMember(separator, member.getKey(), member.getValue());
            separator = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void writeObject(Record object) {
        char separator = '{';
        var components = COMPONENTS.get(object.getClass());
        for (var component : components) {
            writeMember(separator, component.getName(), value(component, object));
            separator = ',';
        }
        out.append(components.isEmpty() ? "{}" : "}");
    }

    private void writeMember(char separator, String name, @Nullable Object value) {
        out.append(separator);
        writeText(name);
        out.append(':');
        write(value);
    }

    private void writeArray(Iterable<?> values) {
        out.append('[');
        var separator = "";
        for (Object value : values) {
            out.append(separator);
            write(value);
            separator = ",";
        }
        out.append(']');
    }

    /** What need not be escaped, which is nearly all, goes over in one piece. */
    private void writeText(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, written, i).append(escaped(c));
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    /** RFC 8785, section 3.2.2.2: the short escapes where there are some, otherwise only what JSON demands. */
    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) c);
        };
    }

    private static @Nullable Object value(RecordComponent component, Record object) {
        try {
            return component.getAccessor().invoke(object);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("an answer's records are public", e);
        }
    }
}
