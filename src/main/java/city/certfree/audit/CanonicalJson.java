package city.certfree.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.kernel.Sha256;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
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
    /** The members of each class of records, in the order of their names: reflection looks them up anew each time. */
    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .sorted(Comparator.comparing(RecordComponent::getName))
                    .map(Member::of)
                    .toList();
        }
    };

    private static final int USUAL_LENGTH = 512;

    /** That of a control character. */
    private static final int LONGEST_ESCAPE = 6;

    private byte[] out = new byte[USUAL_LENGTH];
    private int length;

    private CanonicalJson() {}

    /** SHA-256 of the canonical form in UTF-8. */
    public static Sha256 digest(Object answer) {
        return Sha256.of(bytes(answer));
    }

    /** The canonical form. */
    public static String text(@Nullable Object value) {
        return new String(bytes(value), UTF_8);
    }

    /** The canonical form in UTF-8; half a surrogate pair becomes a question mark, as everywhere in Java. */
    public static byte[] bytes(@Nullable Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return Arrays.copyOf(json.out, json.length);
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> writeAscii("null");
            case String text -> writeText(text);
            case Boolean truth -> writeAscii(truth.toString());
            case Integer number -> writeAscii(number.toString());
            case Record object -> writeObject(object);
            case Map<?, ?> map -> writeObject(map);
            case Iterable<?> list -> writeArray(list);
            default -> writeText(value.toString());
        }
    }

    /** Names in the order of their UTF-16 code units, which is the order of Java's strings (RFC 8785, section 3.2.3). */
    private void writeObject(Map<?, ?> members) {
        var sorted = new TreeMap<String, @Nullable Object>();
        members.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        var separator = "";
        writeAscii("{");
        for (var member : sorted.entrySet()) {
            writeAscii(separator);
            writeText(member.getKey());
            writeAscii(":");
            write(member.getValue());
            separator = ",";
        }
        writeAscii("}");
    }

    private void writeObject(Record object) {
        var separator = "";
        writeAscii("{");
        for (var member : MEMBERS.get(object.getClass())) {
            writeAscii(separator);
            write(member.before);
            write(member.valueIn(object));
            separator = ",";
        }
        writeAscii("}");
    }

    private void writeArray(Iterable<?> values) {
        var separator = "";
        writeAscii("[");
        for (Object value : values) {
            writeAscii(separator);
            write(value);
            separator = ",";
        }
        writeAscii("]");
    }

    /** What is escaped is ASCII, and no byte of another character looks like it: so it can be looked for among the bytes. */
    private void writeText(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        makeRoomFor(LONGEST_ESCAPE * utf8.length + 2);
        out[length++] = '"';
        for (byte b : utf8) {
            if ((b >= 0 && b < 0x20) || b == '"' || b == '\\') {
                writeAscii(escaped((char) b));
            } else {
                out[length++] = b;
            }
        }
        out[length++] = '"';
    }

    private void writeAscii(String ascii) {
        write(ascii.getBytes(US_ASCII));
    }

    private void write(byte[] bytes) {
        makeRoomFor(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    private void makeRoomFor(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
        }
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

    /**
     * A member of a class of records.
     *
     * @param before what stands before its value: the name and a colon
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Member(byte[] before, Method accessor) {
        static Member of(RecordComponent component) {
            return new Member(('"' + component.getName() + "\":").getBytes(UTF_8), component.getAccessor());
        }

        @Nullable Object valueIn(Record object) {
            try {
                return accessor.invoke(object);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("an answer's records are public", e);
            }
        }
    }
}
