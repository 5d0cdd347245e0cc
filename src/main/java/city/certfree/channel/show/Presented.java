package city.certfree.channel.show;

/** What was read at the counter. */
public sealed interface Presented {
    /** A token, from a QR code. */
    record Token(String text) implements Presented {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** Digits, from a scanner or typed; white space between groups is not counted. */
    record Code(String digits) implements Presented {
        public Code {
            digits = digits.replaceAll("\\s", "");
        }

        @Override
        public String toString() {
            return "Code";
        }
    }
}
