package city.certfree.audit;

import city.certfree.kernel.Sha256;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
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
    private final StringBuilder out = new StringBuilder();

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
            case Record object -> writeObject(members(object));
            default -> writeText(value.toString());
        }
    }

    /** Names in the order of their UTF-16 code units, which is the order of Java's strings (RFC 8785, section 3.2.3). */
    private void writeObject(Map<?, ?> members) {
        var sorted = new TreeMap<String, @Nullable Object>();
        members.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        var separator = "{";
        for (var member : sorted.entrySet()) {
            out.append(separator);
            writeText(member.getKey());
            out.append(':');
            write(member.getValue());
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
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

    /** RFC 8785, section 3.2.2.2: the short escapes where there are some, otherwise only what JSON demands. */
    private void writeText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < 0x20 ? "\\u%04x".formatted((int) c) : c);
            }
        }
        out.append('"');
    }

    private static Map<String, @Nullable Object> members(Record object) {
        var members = new TreeMap<String, @Nullable Object>();
        for (RecordComponent component : object.getClass().getRecordComponents()) {
            try {
                members.put(component.getName(), component.getAccessor().invoke(object));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("an answer's records are public", e);
            }
        }
        return members;
    }
}
