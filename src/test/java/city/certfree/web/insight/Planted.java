package city.certfree.web.insight;

import com.google.protobuf.ByteString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must be seen nowhere but where it belongs, each under the name of what it is. */
final class Planted {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Plants one: long enough that it is nowhere by chance. */
    Planted with(String what, String value) {
        if (value.length() < 3) {
            throw new IllegalArgumentException(what + " is too short to be told from anything else");
        }
        values.put(what, value);
        return this;
    }

    String value(String what) {
        var value = values.get(what);
        if (value == null) {
            throw new IllegalArgumentException(what);
        }
        return value;
    }

    /** All of them. */
    List<String> values() {
        return List.copyOf(values.values());
    }

    /** Which of them stand in a text, as they are or as an address or JSON would write them. */
    Set<String> in(String text) {
        var found = new TreeSet<String>();
        values.forEach((what, value) -> {
            if (forms(value).stream().anyMatch(text::contains)) {
                found.add(what);
            }
        });
        return found;
    }

    /** Which of them stand in bytes, as UTF-8. */
    Set<String> in(List<ByteString> messages) {
        var found = new TreeSet<String>();
        messages.forEach(message -> found.addAll(in(message.toStringUtf8())));
        return found;
    }

    private static List<String> forms(String value) {
        var forms = new ArrayList<String>();
        forms.add(value);
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        var escaped = new StringBuilder();
        value.chars().forEach(c -> escaped.append(c < 128 ? (char) c : "\\u%04x".formatted(c)));
        forms.add(escaped.toString());
        return forms;
    }
}
