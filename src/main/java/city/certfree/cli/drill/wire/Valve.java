package city.certfree.cli.drill.wire;

/** One tap for all connections of a relay, which opens and closes the way between the two parties. */
public final class Valve implements Tap {
    private Way way = Way.OPEN;

    /** Sets the way, and lets pass what waits for it. */
    public synchronized void set(Way now) {
        way = now;
        notifyAll();
    }

    @Override
    public Fate connected() {
        var now = passed();
        return now == Way.REFUSING ? Fate.CUT : Fate.PASS;
    }

    @Override
    public Fate asked(byte[] bytes, int length) {
        return passed() == Way.REFUSING ? Fate.CUT : Fate.PASS;
    }

    @Override
    public Fate answered(byte[] bytes, int length) {
        return switch (passed()) {
            case OPEN, HELD -> Fate.PASS;
            case DEAF -> Fate.SWALLOW;
            case REFUSING -> Fate.CUT;
        };
    }

    /** Over a way that is closed nobody learns that the other has gone. */
    @Override
    public void ended() {
        passed();
    }

    /** The way, once it is not held any more. */
    private synchronized Way passed() {
        while (way == Way.HELD) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Way.REFUSING;
            }
        }
        return way;
    }

    /** How the way is. */
    public enum Way {
        /** Everything passes. */
        OPEN("open"),
        /** Nothing passes; what was sent arrives when the way is open again, as TCP sends it again. */
        HELD("held"),
        /** Half open: requests arrive, answers do not. */
        DEAF("half-open"),
        /** Connections are refused. */
        REFUSING("reset");

        private final String text;

        Way(String text) {
            this.text = text;
        }

        /** As it stands in reports. */
        public String text() {
            return text;
        }
    }
}
