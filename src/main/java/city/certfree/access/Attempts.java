package city.certfree.access;

import java.time.Duration;
import java.time.Instant;

/** Counts what must not be tried too often, for all nodes together. Subjects are kept as keyed indices only. */
public interface Attempts {
    /**
     * How often this was counted in the window that holds this moment.
     *
     * @param subject who and what, in any text; it is not kept
     */
    int count(Kind kind, String subject, Instant now);

    /** Counts one more and returns the new count of the window. */
    int add(Kind kind, String subject, Instant now);

    /** Forgets what was counted in the window that holds this moment. */
    void clear(Kind kind, String subject, Instant now);

    /** What is counted, in which windows, and how much is allowed in one. */
    enum Kind {
        /** VERIFY answers of 5 and 7 by one caller about one holder and type; days of Asia/Shanghai. */
        MISMATCH(Duration.ofDays(1), 5),
        /** Wrong show codes from one caller. */
        WRONG_CODE(Duration.ofMinutes(1), 10),
        /** Failed sign-ins under one name. */
        SIGN_IN(Duration.ofMinutes(15), 5);

        private final Duration window;
        private final int limit;

        Kind(Duration window, int limit) {
            this.window = window;
            this.limit = limit;
        }

        public Duration window() {
            return window;
        }

        public int limit() {
            return limit;
        }
    }
}
