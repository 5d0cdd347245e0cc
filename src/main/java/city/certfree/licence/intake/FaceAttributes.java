package city.certfree.licence.intake;

import city.certfree.kernel.FreeText;
import city.certfree.registry.Attribute;
import city.certfree.registry.AttributeType;
import city.certfree.registry.LicenceType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks face attributes against what their licence type defines: none more, none less, each in its canonical form. */
final class FaceAttributes {
    private static final int MAX_CHARACTERS = 2_000;
    private static final int MAX_IMAGE_BYTES = 100 * 1024;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,6})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");

    private FaceAttributes() {}

    /** What is wrong with the attributes as those of a type; empty when nothing is. */
    static List<Flaw> flaws(Map<String, String> attributes, LicenceType type) {
        var flaws = new ArrayList<Flaw>();
        for (var defined : type.attributes()) {
            var value = attributes.get(defined.key());
            if (value == null) {
                flaws.add(new Flaw(pointer(defined.key()), "present: every attribute of the type"));
            } else if (!isCanonical(value, defined.type())) {
                flaws.add(new Flaw(pointer(defined.key()), form(defined.type())));
            }
        }
        for (var key : attributes.keySet()) {
            if (type.attribute(key).isEmpty()) {
                flaws.add(new Flaw("/attributes", "only attributes of the type"));
            }
        }
        return flaws;
    }

    /** The same attributes in the order of the type. */
    static Map<String, String> inOrder(Map<String, String> attributes, LicenceType type) {
        var ordered = new LinkedHashMap<String, String>();
        for (Attribute defined : type.attributes()) {
            var value = attributes.get(defined.key());
            if (value != null) {
                ordered.put(defined.key(), value);
            }
        }
        return ordered;
    }

    private static boolean isCanonical(String value, AttributeType type) {
        return switch (type) {
            case STRING -> isText(value);
            case NUMBER -> NUMBER.matcher(value).matches();
            case DATE -> DATE.matcher(value).matches() && exists(() -> LocalDate.parse(value));
            case DATETIME -> DATE_TIME.matcher(value).matches() && exists(() -> LocalDateTime.parse(value));
            case IMAGE -> isImage(value);
        };
    }

    private static boolean isText(String value) {
        return !value.isBlank()
                && value.codePointCount(0, value.length()) <= MAX_CHARACTERS
                && FreeText.isPrintable(value);
    }

    private static boolean exists(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isImage(String value) {
        try {
            int bytes = Base64.getDecoder().decode(value).length;
            return bytes > 0 && bytes <= MAX_IMAGE_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String form(AttributeType type) {
        return switch (type) {
            case STRING -> "1 to 2000 printable characters";
            case NUMBER -> "a decimal number in plain notation, at most 18 digits and 6 decimals";
            case DATE -> "a date such as 2026-11-23";
            case DATETIME -> "a local date and time such as 2026-11-23T08:30";
            case IMAGE -> "an image in Base64, at most 100 KB";
        };
    }

    private static String pointer(String key) {
        return "/attributes/" + key;
    }
}
