package city.certfree.supervision.complaint;

import city.certfree.kernel.CityTime;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.RandomId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * The number that a citizen gets for a complaint, short enough to be said aloud: the day, seven random digits and a check
 * digit. It is a name and no key: whoever knows it sees nothing by it.
 *
 * @param value such as {@code 261126-4820-3918}
 */
public record ComplaintNumber(String value) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(CityTime.ZONE);
    private static final long DRAWN_FROM = 10_000_000;

    public ComplaintNumber {
        if (!value.matches("[0-9]{6}-[0-9]{4}-[0-9]{4}") || !isRight(value.replace("-", ""))) {
            throw InvalidValue.because("a complaint number is a day, seven digits and the right check digit");
        }
    }

    /** A new one of the day on which this moment is in the city. It may have been drawn before: the store tells. */
    public static ComplaintNumber next(Instant at) {
        var drawn = "%07d".formatted(Math.floorMod(RandomId.next().high(), DRAWN_FROM));
        var digits = DAY.format(at) + drawn;
        return new ComplaintNumber(
                DAY.format(at) + "-" + drawn.substring(0, 4) + "-" + drawn.substring(4) + checkDigit(digits));
    }

    private static boolean isRight(String digits) {
        int last = digits.length() - 1;
        return digits.charAt(last) - '0' == checkDigit(digits.substring(0, last));
    }

    /** ISO/IEC 7064, MOD 11,10: it catches every wrong digit. */
    private static int checkDigit(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
