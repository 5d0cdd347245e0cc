package city.certfree.web.page;

import city.certfree.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of a form as a browser sent them. People type numbers as they find them, with full-width digits and gaps; the
 * pages take them so, unlike the API.
 */
public final class Form {
    private final Map<String, Object> fields;

    /** @param fields by name; a list where a name came several times */
    public Form(Map<String, Object> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** The text without outer white space; empty when the field is absent. Of several the first. */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** The text exactly as sent, as passwords need it; empty when the field is absent. */
    public String raw(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    /** A number or code in half-width characters without any white space; empty when the field is absent. */
    public String number(String name) {
        return Normalizer.normalize(text(name), Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    /** Everything that came under this name, without outer white space. */
    public List<String> all(String name) {
        return switch (fields.get(name)) {
            case null -> List.of();
            case List<?> several -> several.stream().map(Form::stripped).toList();
            case Object one -> List.of(stripped(one));
        };
    }

    /** Digest of all fields, equal for forms that say the same. */
    public Sha256 digest() {
        var text = new TreeMap<>(fields).toString();
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String stripped(Object value) {
        return value.toString().strip();
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
