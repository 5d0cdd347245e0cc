package city.certfree.audit.check;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How much of the machine a check takes. It finds the same either way. */
public enum Pace {
    /** All processors, with pages read ahead for them: for somebody who waits for the verdict. */
    AT_ONCE(8_192, Runtime.getRuntime().availableProcessors(), 0),

    /**
     * A tenth of one processor, in small pages with pauses: a service that answers meanwhile does not falter, neither for want of a
     * processor nor for the memory of what was read ahead.
     */
    BESIDE_OTHER_WORK(512, 1, 9);

    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int page;
    private final int threads;
    private final int rest;

    Pace(int page, int threads, int rest) {
        this.page = page;
        this.threads = threads;
        this.rest = rest;
    }

    /** How many leaves are read at once, a multiple of 256. */
    int page() {
        return page;
    }

    /** How many pages are worked on at once. */
    int threads() {
        return threads;
    }

    /** How many pages are under way at once, worked on or waiting to be held against the tree. */
    int pagesAhead() {
        return threads == 1 ? 1 : 2 * threads;
    }

    /** Pauses after work that took so long. */
    void restAfter(long nanos) {
        if (rest > 0) {
            LockSupport.parkNanos(Math.min(LONGEST_REST_NANOS, rest * nanos));
        }
    }
}
