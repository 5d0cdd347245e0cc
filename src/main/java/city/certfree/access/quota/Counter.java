package city.certfree.access.quota;

import city.certfree.access.quota.QuotaCounts.CountKey;

/** The uses of one subject in one span: those of this node, and those of the others as far as it has heard of them. */
final class Counter {
    private final CountKey key;
    private long others;
    private long own;
    private long told;
    private boolean asked = true;

    Counter(CountKey key, long others) {
        this.key = key;
        this.others = others;
    }

    CountKey key() {
        return key;
    }

    synchronized boolean take(int limit) {
        asked = true;
        if (others + own >= limit) {
            return false;
        }
        own++;
        return true;
    }

    synchronized void giveBack() {
        own--;
    }

    /** How many of this node the others have not heard of. */
    synchronized long untold() {
        return own - told;
    }

    /** Whether it was asked for since the last time this was. */
    synchronized boolean wasAsked() {
        boolean since = asked;
        asked = false;
        return since;
    }

    /** @param total of all nodes, with those that were just told */
    synchronized void heard(long justTold, long total) {
        told += justTold;
        others = total - told;
    }
}
