package city.certfree.token;

import city.certfree.kernel.InvalidValue;
import java.security.SecureRandom;

/**
 * The same presentation as digits, for hand scanners and typing: 20 decimal digits, of which the first two are 77, a prefix
 * outside the ranges of payment codes (WeChat 10–15, Alipay 25–30, UnionPay 62), and the last is a check digit.
 *
 * @param digits 20 digits with a right check digit
 */
public record ShowCode(String digits) {
    /** Not a payment code's. */
    public static final String PREFIX = "77";

    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ShowCode {
        if (!digits.matches("[0-9]{20}") || !digits.startsWith(PREFIX) || luhn(digits) != 0) {
            throw InvalidValue.because("a show code has 20 digits, begins with 77, and its check digit is right");
        }
    }

    /** A new one: 17 random digits between prefix and check digit. */
    public static ShowCode next() {
        var body = new StringBuilder(PREFIX);
        while (body.length() < LENGTH - 1) {
            body.append((char) ('0' + RANDOM.nextInt(10)));
        }
        int check = (10 - luhn(body + "0")) % 10;
        return new ShowCode(body.toString() + check);
    }

    /** The Luhn sum modulo 10 (ISO/IEC 7812-1, Annex B): 0 for a number whose last digit is right. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10;
    }

    /** Keeps the digits out of logs. */
    @Override
    public String toString() {
        return "ShowCode";
    }
}
