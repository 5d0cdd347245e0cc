package city.certfree.cli.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is measured, as JSON. */
public final class JsonText {
    private JsonText() {}

    /**
     * An object.
     *
     * @param members numbers, truth values, texts and further such maps, in the order in which they are told
     */
    public static String of(Map<String, ?> members) {
        return object(members);
    }

    private static String object(Map<?, ?> members) {
        return members.entrySet().stream()
                .map(member -> quoted(String.valueOf(member.getKey())) + ":" + value(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return switch (value) {
            case Double number -> String.format(Locale.ROOT, "%.4f", number);
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Map<?, ?> members -> object(members);
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
