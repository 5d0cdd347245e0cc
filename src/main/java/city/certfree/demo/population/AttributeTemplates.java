package city.certfree.demo.population;

import city.certfree.registry.Attribute;
import city.certfree.registry.AttributeType;
import city.certfree.registry.LicenceType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** How plausible values of face attributes are made, by key; read from {@code demo/attributes.txt}, which explains itself. */
final class AttributeTemplates {
    private static final String RESOURCE = "/demo/attributes.txt";
    private static final Pattern ALTERNATIVES = Pattern.compile(" \\| ");

    private final Map<String, List<String>> templates;

    private AttributeTemplates(Map<String, List<String>> templates) {
        this.templates = Map.copyOf(templates);
    }

    static AttributeTemplates read() {
        var stream = Objects.requireNonNull(AttributeTemplates.class.getResourceAsStream(RESOURCE));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var templates = new HashMap<String, List<String>>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int colon = line.indexOf(": ");
                    var alternatives = ALTERNATIVES.split(line.substring(colon + 2));
                    templates.put(line.substring(0, colon), List.of(alternatives));
                }
            }
            return new AttributeTemplates(templates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The alternatives for an attribute of a type, at least one. */
    List<String> of(LicenceType type, Attribute attribute) {
        var ofType = templates.get(type.code() + "/" + attribute.key());
        return ofType != null ? ofType : templates.getOrDefault(attribute.key(), List.of(ordinary(attribute.type())));
    }

    private static String ordinary(AttributeType type) {
        return switch (type) {
            case STRING -> "示范内容";
            case NUMBER -> "{n:1-100}";
            case DATE -> "{issued}";
            case DATETIME -> "{issued}T09:30";
            // A picture of one grey point.
            case IMAGE ->
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";
        };
    }
}
