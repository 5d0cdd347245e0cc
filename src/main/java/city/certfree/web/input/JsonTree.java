package city.certfree.web.input;

import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) as plain values: {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean} and
 * null. Stricter than the standard where it leaves room: UTF-8 only, no name twice, bounded depth and lengths.
 */
final class JsonTree {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_NUMBER_CHARACTERS = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_CHARACTERS)
                    .build())
            .build();

    private JsonTree() {}

    /**
     * Reads one document.
     *
     * @throws ProblemException {@code malformed-json} or {@code duplicate-name}
     */
    static @Nullable Object read(byte[] body) {
        try (var parser = JSON.createParser(text(body))) {
            if (parser.nextToken() == null) {
                throw malformed("the body is empty");
            }
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw malformed("something follows the JSON value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw malformed("the JSON is nested too deeply, or a number has too many digits");
        } catch (JsonParseException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("Duplicate field")
                    ? ProblemException.of(ProblemCode.DUPLICATE_NAME)
                    : malformed("the JSON is malformed at line %d, column %d"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("the body is not UTF-8");
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw malformed("the JSON is malformed");
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        var values = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    /** A number such as 1e400 would fill the memory when written out. */
    private static BigDecimal number(JsonParser parser) throws IOException {
        var number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > MAX_NUMBER_CHARACTERS) {
            throw malformed("a number is out of range");
        }
        return number;
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemCode.MALFORMED_JSON, "", detail);
    }
}
