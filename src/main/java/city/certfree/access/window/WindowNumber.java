package city.certfree.access.window;

import city.certfree.kernel.InvalidValue;
import java.util.regex.Pattern;

/**
 * What a window is called in its office (窗口号).
 *
 * @param value up to 16 letters, digits and hyphens, as on the sign above the window; empty: the clerk told none
 */
public record WindowNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}-]{0,16}");

    public WindowNumber {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValue.because("a window's number has up to 16 letters, digits and hyphens");
        }
    }
}
