package city.certfree.cli.drill.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Cuts a connection to a database of the MySQL family at a COMMIT. It knows no more of the protocol than how that statement
 * stands in it (COM_QUERY): over the loopback interface one packet comes in one piece, since the driver waits for each answer.
 */
public final class CommitCutter implements Tap.Supply {
    private static final int HEAD = 4;
    private static final int COM_QUERY = 3;
    private static final String COMMIT = "commit";

    private final AtomicReference<Optional<Armed>> armed = new AtomicReference<>(Optional.empty());

    /** Has the next COMMIT go wrong, on whatever connection. */
    public Cut arm(Way way) {
        var next = new Armed(way, new CountDownLatch(1));
        armed.set(Optional.of(next));
        return limit -> {
            try {
                return next.done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    @Override
    public Tap next() {
        return new CommitTap();
    }

    /** Whether the bytes are the packet of a COMMIT. */
    static boolean isCommit(byte[] bytes, int length) {
        return length == HEAD + 1 + COMMIT.length()
                && bytes[0] == COMMIT.length() + 1
                && bytes[1] == 0
                && bytes[2] == 0
                && bytes[3] == 0
                && bytes[HEAD] == COM_QUERY
                && new String(bytes, HEAD + 1, COMMIT.length(), StandardCharsets.US_ASCII)
                        .toLowerCase(Locale.ROOT)
                        .equals(COMMIT);
    }

    /** When the connection breaks. */
    public enum Way {
        /** Before the COMMIT arrives: it is never done. */
        BEFORE,
        /** While it is on its way: it arrives a moment later, and whoever looks at once looks too early. */
        MEANWHILE,
        /** After it was done, and before anybody hears of it. */
        AFTER
    }

    /** A cut that is to come. */
    public interface Cut {
        /** Waits until it has come; false when nothing was committed for so long. */
        boolean await(Duration limit);
    }

    private record Armed(Way way, CountDownLatch done) {}

    private final class CommitTap implements Tap {
        private volatile Optional<Armed> atAnswer = Optional.empty();

        @Override
        public Fate asked(byte[] bytes, int length) {
            if (!isCommit(bytes, length)) {
                return Fate.PASS;
            }
            var now = armed.getAndSet(Optional.empty());
            if (now.isEmpty()) {
                return Fate.PASS;
            }
            return switch (now.get().way) {
                case BEFORE -> told(now.get(), Fate.CUT);
                case MEANWHILE -> told(now.get(), Fate.CUT_AND_PASS_LATE);
                case AFTER -> {
                    atAnswer = now;
                    yield Fate.PASS;
                }
            };
        }

        @Override
        public Fate answered(byte[] bytes, int length) {
            return atAnswer.map(cut -> told(cut, Fate.CUT)).orElse(Fate.PASS);
        }

        private static Fate told(Armed cut, Fate fate) {
            cut.done.countDown();
            return fate;
        }
    }
}
