package city.certfree.crypto.json;

import city.certfree.kernel.InvalidValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON object (RFC 8259) that leaves no room for two readings: well-formed UTF-8 without a byte order mark, no name
 * twice however it is escaped, bounded depth and size, nothing behind it, no control character or half a character in a
 * text, whole numbers of 64 bits only, and no null.
 */
public final class StrictJson {
    private static final int MAX_BYTES = 1 << 16;
    private static final int MAX_STRING = 1 << 20;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_NAME = 64;
    private static final int MAX_NUMBER = 19;

    /** Remembers no names: strangers choose them. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    private StrictJson() {}

    /**
     * The members of the object, in their order, of {@link String}, {@link Long}, {@link Boolean}, {@link List} and {@link
     * Map}.
     *
     * @param utf8 at most 64 KiB
     * @throws InvalidValue if it is anything but such an object
     */
    public static Map<String, Object> object(byte[] utf8) {
        return object(utf8, MAX_BYTES);
    }

    /**
     * As {@link #object(byte[])}, for what may be larger.
     *
     * @param utf8 at most so many bytes
     * @param maxBytes at most 1 MiB
     */
    public static Map<String, Object> object(byte[] utf8, int maxBytes) {
        return document(utf8, maxBytes, JsonToken.START_OBJECT, StrictJson::object);
    }

    /**
     * The elements of an array in the same form.
     *
     * @param utf8 at most so many bytes
     * @param maxBytes at most 1 MiB
     * @throws InvalidValue if it is anything but such an array
     */
    public static List<Object> array(byte[] utf8, int maxBytes) {
        return document(utf8, maxBytes, JsonToken.START_ARRAY, StrictJson::array);
    }

    private static <T> T document(byte[] utf8, int maxBytes, JsonToken first, Reading<T> reading) {
        if (utf8.length > maxBytes) {
            throw refused();
        }
        try (var parser = FACTORY.createParser(decoded(utf8))) {
            if (parser.nextToken() != first) {
                throw refused();
            }
            var document = reading.read(parser);
            if (parser.nextToken() != null) {
                throw refused();
            }
            return document;
        } catch (IOException e) {
            throw refused();
        }
    }

    /** Reads on from the first token of a value. */
    private interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    /** Decodes before parsing, because a parser of bytes would guess at other encodings. */
    private static String decoded(byte[] utf8) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(utf8))
                .toString();
        if (text.startsWith("\uFEFF")) {
            throw refused();
        }
        return text;
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = plain(parser.currentName());
            parser.nextToken();
            members.put(name, value(parser));
        }
        return Collections.unmodifiableMap(members);
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        var elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return Collections.unmodifiableList(elements);
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> plain(parser.getText());
            // Fails beyond 64 bits.
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL,
                    VALUE_NUMBER_FLOAT,
                    VALUE_EMBEDDED_OBJECT,
                    FIELD_NAME,
                    END_OBJECT,
                    END_ARRAY,
                    NOT_AVAILABLE -> throw refused();
        };
    }

    private static String plain(String text) {
        if (text.codePoints().anyMatch(StrictJson::isControlOrHalf)) {
            throw refused();
        }
        return text;
    }

    private static boolean isControlOrHalf(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static InvalidValue refused() {
        return InvalidValue.because("a JSON object in strict form was expected");
    }
}
