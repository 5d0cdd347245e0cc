package city.certfree.cli.bench.drive;

import java.time.Duration;

/** Those who ask on a line, each waiting for its answer before it asks again, and the two ways in which they put load on something. */
interface Callers extends AutoCloseable {
    /** Every caller asks again as soon as it is answered: what is there at most. */
    Tally closed(Duration length);

    /**
     * Calls begin when they are due, whether or not the ones before are answered; those that find every caller busy wait, and
     * their wait counts: a latency is the time from the moment at which the call was due.
     */
    Tally open(Arrivals arrivals);

    @Override
    void close();
}
