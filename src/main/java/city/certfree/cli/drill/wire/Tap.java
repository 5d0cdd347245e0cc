package city.certfree.cli.drill.wire;

/** Decides what becomes of one connection through a {@link Relay}, or of all of them. */
public interface Tap {
    /** Passes everything on. */
    Tap NONE = new Tap() {};

    /** Somebody has connected; returns once the connection to the other party may be made. */
    default Fate connected() {
        return Fate.PASS;
    }

    /** The one who connected has sent so many bytes; they may be kept back by not returning. */
    default Fate asked(byte[] bytes, int length) {
        return Fate.PASS;
    }

    /** The other party has sent so many bytes. */
    default Fate answered(byte[] bytes, int length) {
        return Fate.PASS;
    }

    /** One of the two has closed; returns once the other may learn of it. */
    default void ended() {}

    /** What becomes of what was sent. */
    enum Fate {
        /** It arrives. */
        PASS,
        /** It is gone, and nobody learns of it. */
        SWALLOW,
        /** It is gone, and the connection breaks for both. */
        CUT,
        /** The connection breaks for the one who connected, and a moment later it arrives all the same: it was on its way. */
        CUT_AND_PASS_LATE
    }

    /** Gives every connection its own. */
    interface Supply {
        Tap next();
    }
}
