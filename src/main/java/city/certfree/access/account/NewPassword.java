package city.certfree.access.account;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.RandomId;

/**
 * A password about to be set.
 *
 * @param value 12 to 128 characters, counted as Unicode code points
 */
public record NewPassword(String value) {
    private static final int LEAST_CHARACTERS = 12;
    private static final int MOST_CHARACTERS = 128;

    public NewPassword {
        int characters = value.codePointCount(0, value.length());
        if (characters < LEAST_CHARACTERS || characters > MOST_CHARACTERS) {
            throw InvalidValue.because("a password has 12 to 128 characters");
        }
    }

    /** One of 128 random bits, 22 characters, to be shown once. */
    public static NewPassword random() {
        return new NewPassword(RandomId.next().toString());
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
