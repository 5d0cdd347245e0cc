package city.certfree.web.input;

import city.certfree.kernel.Alphabet;
import city.certfree.web.problem.ProblemCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body into a record: every component by its name, nothing else. Components are text, truth values, whole
 * numbers, records, lists of text or records, and maps of text (whose values may also be numbers); those marked {@code @Nullable} may be absent or null.
 */
public final class StrictJson {
    /** What is missing has a problem of its own for these two, because nothing happens without them. */
    private static final Map<String, ProblemCode> MISSING = Map.of(
            "purpose", ProblemCode.PURPOSE_MISSING,
            "caseNumber", ProblemCode.CASE_NUMBER_MISSING);

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private static final Alphabet VISIBLE = Alphabet.of("!-~");
    private static final int LONGEST_NAME = 40;

    private final FieldErrors errors = new FieldErrors();

    private StrictJson() {}

    /**
     * Reads a body.
     *
     * @throws city.certfree.web.problem.ProblemException {@code malformed-json}, {@code duplicate-name}, or all of {@code
     *     unknown-property}, {@code invalid-value}, {@code purpose-missing} and {@code case-number-missing} that apply
     */
    public static <T extends Record> T read(byte[] body, Class<T> type) {
        var tree = JsonTree.read(body);
        var json = new StrictJson();
        var read = json.object("", tree, type);
        json.errors.check();
        if (read == null) {
            throw new IllegalStateException("a record that is missing was noted");
        }
        return read;
    }

    /**
     * Reads a body that is a list of records.
     *
     * @throws city.certfree.web.problem.ProblemException as {@link #read}
     */
    public static <T extends Record> List<T> readList(byte[] body, Class<T> type) {
        var tree = JsonTree.read(body);
        var json = new StrictJson();
        var read = json.list("", tree, type);
        json.errors.check();
        return Objects.requireNonNull(read).stream().map(type::cast).toList();
    }

    private <T extends Record> @Nullable T object(String pointer, @Nullable Object value, Class<T> type) {
        if (!(value instanceof Map<?, ?> members)) {
            invalid(pointer, "an object is expected");
            return null;
        }
        var shape = SHAPES.get(type);
        for (var name : members.keySet()) {
            if (!shape.knows(name)) {
                errors.add(
                        pointer + "/" + escaped(name), ProblemCode.UNKNOWN_PROPERTY, "this property is not known here");
            }
        }
        var arguments = shape.components.stream()
                .map(c -> component(pointer + "/" + c.name, members.get(c.name), c))
                .toArray();
        return errors.isEmpty() ? type.cast(shape.construct(arguments)) : null;
    }

    private @Nullable Object component(String pointer, @Nullable Object value, Component component) {
        if (value == null) {
            if (!component.optional) {
                errors.add(
                        pointer,
                        MISSING.getOrDefault(component.name, ProblemCode.INVALID_VALUE),
                        "this field is required");
            }
            return null;
        }
        return typed(pointer, value, component.type);
    }

    private @Nullable Object typed(String pointer, Object value, Type type) {
        return switch (type) {
            case Class<?> c when c == String.class -> text(pointer, value);
            case Class<?> c when c == Boolean.class -> truth(pointer, value);
            case Class<?> c when c == Integer.class -> whole(pointer, value);
            case Class<?> c when c.isRecord() -> object(pointer, value, c.asSubclass(Record.class));
            case ParameterizedType p
            when p.getRawType() == List.class -> list(pointer, value, p.getActualTypeArguments()[0]);
            case ParameterizedType p when p.getRawType() == Map.class -> textMap(pointer, value);
            default -> throw new IllegalStateException("a request has no components of " + type);
        };
    }

    private @Nullable String text(String pointer, @Nullable Object value) {
        if (!(value instanceof String text)) {
            invalid(pointer, "text is expected");
            return null;
        }
        if (isBroken(text)) {
            invalid(pointer, "the text holds a control character or half a character");
            return null;
        }
        return text;
    }

    private @Nullable Boolean truth(String pointer, Object value) {
        if (!(value instanceof Boolean truth)) {
            invalid(pointer, "true or false is expected");
            return null;
        }
        return truth;
    }

    private @Nullable Integer whole(String pointer, Object value) {
        if (!(value instanceof BigDecimal number) || number.scale() != 0 || number.precision() > 9) {
            invalid(pointer, "a whole number is expected");
            return null;
        }
        return number.intValueExact();
    }

    private @Nullable List<Object> list(String pointer, @Nullable Object value, Type elements) {
        if (!(value instanceof List<?> values)) {
            invalid(pointer, "a list is expected");
            return null;
        }
        var list = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            var given = values.get(i);
            var element = elements instanceof Class<?> c && c.isRecord()
                    ? object(pointer + "/" + i, given, c.asSubclass(Record.class))
                    : text(pointer + "/" + i, given);
            if (element != null) {
                list.add(element);
            }
        }
        return list;
    }

    private @Nullable Map<String, String> textMap(String pointer, Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            invalid(pointer, "an object is expected");
            return null;
        }
        var texts = new LinkedHashMap<String, String>();
        members.forEach((name, member) -> {
            var plain = member instanceof BigDecimal number ? number.toPlainString() : member;
            var text = text(pointer + "/" + escaped(name), plain);
            if (text != null) {
                texts.put(String.valueOf(name), text);
            }
        });
        return texts;
    }

    /** Half a character is a surrogate without its other half. */
    private static boolean isBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return true;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** RFC 6901, section 3; and an unknown name is shown only as far as it is harmless. */
    private static String escaped(Object name) {
        var pointer = new StringBuilder();
        for (char c : String.valueOf(name).toCharArray()) {
            switch (c) {
                case '~' -> pointer.append("~0");
                case '/' -> pointer.append("~1");
                default -> pointer.append(VISIBLE.has(c) ? c : '?');
            }
        }
        return pointer.substring(0, Math.min(LONGEST_NAME, pointer.length()));
    }

    private void invalid(String pointer, String rule) {
        errors.add(pointer, ProblemCode.INVALID_VALUE, rule);
    }

    /** What a class of records is made of; looking it up anew each time would take longer than reading a body. */
    private record Shape(List<Component> components, Set<String> names, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            var components = type.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Shape(
                        Arrays.stream(components).map(Component::of).toList(),
                        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet()),
                        constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has its constructor", e);
            }
        }

        boolean knows(@Nullable Object name) {
            return name instanceof String text && names.contains(text);
        }

        Object construct(@Nullable Object[] arguments) {
            try {
                return constructor.newInstance(arguments);
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a request's record only holds what it is given", e);
            }
        }
    }

    /**
     * A component.
     *
     * @param optional whether it may be absent or null
     */
    private record Component(String name, Type type, boolean optional) {
        static Component of(RecordComponent component) {
            return new Component(
                    component.getName(),
                    component.getGenericType(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }
}
