package city.certfree.web.input;

import city.certfree.kernel.InvalidValue;
import java.time.DateTimeException;
import java.time.Instant;

/** A moment as callers write it: RFC 3339, in UTC. */
public final class Moment {
    private static final int MAX_CHARACTERS = 30;

    private Moment() {}

    /**
     * The moment of a text such as {@code 2026-11-23T06:32:05Z}.
     *
     * @throws InvalidValue if it is none, or not in UTC
     */
    public static Instant of(String text) {
        try {
            if (text.endsWith("Z") && text.length() <= MAX_CHARACTERS) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw InvalidValue.because("a time such as 2026-11-23T06:32:05Z is expected");
    }
}
