package city.certfree.access.quota;

import city.certfree.access.quota.QuotaCounts.CountKey;

/** The holders about whom one subject has asked in one day. */
final class Holders {
    private final CountKey key;
    private final HolderSketch sketch = new HolderSketch();
    private boolean untold;

    /** @param known by all nodes */
    Holders(CountKey key, byte[] known) {
        this.key = key;
        sketch.join(known);
    }

    CountKey key() {
        return key;
    }

    /** Whether it is one of them, or there is room for one more. */
    synchronized boolean take(int bit, int limit) {
        if (sketch.has(bit)) {
            return true;
        }
        if (sketch.count() >= limit) {
            return false;
        }
        sketch.add(bit);
        untold = true;
        return true;
    }

    /** What the others have not heard of; empty bytes when there is nothing. */
    synchronized byte[] untold() {
        var bytes = untold ? sketch.toBytes() : new byte[0];
        untold = false;
        return bytes;
    }

    synchronized void heard(byte[] all) {
        sketch.join(all);
    }

    /** What was to be told has not arrived. */
    synchronized void unheard() {
        untold = true;
    }
}
