package city.certfree.registry.feed;

import city.certfree.kernel.InvalidValue;
import city.certfree.registry.Attribute;
import city.certfree.registry.AttributeType;
import java.util.Locale;
import java.util.regex.Pattern;

/** Attributes as files write them: {@code key:中文名:type}, with {@code :sensitive} behind it where they are. */
final class AttributeText {
    /** {@code certificateNumber} is taken: every licence has one, and the API names it so. */
    private static final Pattern FORM = Pattern.compile("(?!certificateNumber:)([a-z][A-Za-z0-9]{0,39}):([^:|]{1,40})"
            + ":(string|number|date|datetime|image)(:sensitive)?");

    private AttributeText() {}

    static Attribute parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw InvalidValue.because(
                    "key:name:type or key:name:type:sensitive, with a key in lowerCamelCase other than"
                            + " certificateNumber, and one of the types string, number, date, datetime, image");
        }
        return new Attribute(
                match.group(1),
                match.group(2),
                AttributeType.valueOf(match.group(3).toUpperCase(Locale.ROOT)),
                match.group(4) != null);
    }
}
