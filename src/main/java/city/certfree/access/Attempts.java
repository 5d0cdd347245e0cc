package city.certfree.access;

import city.certfree.kernel.CityTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Counts what must not be tried too often, for all nodes together. Subjects are kept as keyed indices only. */
public interface Attempts {
    /**
     * What was counted in the window that holds this moment.
     *
     * @param subject who and what, in any text; it is not kept
     */
    Tally tally(Kind kind, String subject, Instant now);

    /** How often this was counted in the window that holds this moment. */
    default int count(Kind kind, String subject, Instant now) {
        return tally(kind, subject, now).count();
    }

    /** Whether so many were counted in the window that holds this moment that there may be no more. */
    default boolean areUsedUp(Kind kind, String subject, Instant now) {
        return count(kind, subject, now) >= kind.limit();
    }

    /** Counts one more and returns the new count of the window. */
    int add(Kind kind, String subject, Instant now);

    /** Forgets what was counted in the window that holds this moment. */
    void clear(Kind kind, String subject, Instant now);

    /** Deletes what was counted in windows that began before this moment. */
    void forgetBefore(Instant start);

    /**
     * What was counted in one window.
     *
     * @param count 0 when nothing was
     * @param last when the last one was counted; null when nothing was
     */
    record Tally(int count, @Nullable Instant last) {
        public static final Tally NONE = new Tally(0, null);
    }

    /** What is counted, in which windows, and how much is allowed in one. */
    enum Kind {
        /** VERIFY answers of 5 and 7 by one caller about one holder and type; days of Asia/Shanghai. */
        MISMATCH(Duration.ofDays(1), 5),
        /** Wrong show codes from one caller. */
        WRONG_CODE(Duration.ofMinutes(1), 10),
        /** Failed sign-ins of one account or system; days of Asia/Shanghai. Each one above the limit costs a longer pause. */
        SIGN_IN(Duration.ofDays(1), 5),
        /** Failed sign-ins from one network address, which a whole office may share. */
        SIGN_IN_ADDRESS(Duration.ofMinutes(15), 100);

        private final Duration window;
        private final int limit;

        Kind(Duration window, int limit) {
            this.window = window;
            this.limit = limit;
        }

        /** A whole part of a day. */
        public Duration window() {
            return window;
        }

        public int limit() {
            return limit;
        }

        /** When the window began that holds this moment; the first one of a day begins at midnight, Asia/Shanghai. */
        public Instant windowStart(Instant now) {
            var midnight =
                    now.atZone(CityTime.ZONE).truncatedTo(ChronoUnit.DAYS).toInstant();
            return midnight.plus(
                    window.multipliedBy(Duration.between(midnight, now).dividedBy(window)));
        }
    }
}
