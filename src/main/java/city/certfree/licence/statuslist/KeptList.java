package city.certfree.licence.statuslist;

import static city.certfree.licence.StatusListEntry.LIST_ENTRIES;

import city.certfree.licence.LicenceStatus;
import city.certfree.token.StatusBits;
import city.certfree.token.StatusListTokens;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One list in a node's memory. Whoever asks first, when it is time, brings it up to date; the others wait for that, however
 * many they are, so that a list is read and signed once.
 */
final class KeptList {
    private static final int BITS = 2;
    private static final int PER_BYTE = Byte.SIZE / BITS;
    private static final int MASK = (1 << BITS) - 1;

    /** Longer than any transaction lasts between its change and its commit: what is read twice does no harm. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /** What changed unseen, by hand in the database, is seen then. */
    private static final Duration READ_ANEW_AFTER = Duration.ofHours(1);

    /** A list without changes is signed anew often enough for {@code ttl} to be kept by whoever measures it from {@code iat}. */
    private static final Duration SIGN_ANEW_AFTER = StatusListTokens.TIME_TO_LIVE.dividedBy(2);

    private final long number;
    private final ReentrantLock turn = new ReentrantLock();
    private byte[] packed = new byte[LIST_ENTRIES / PER_BYTE];
    private volatile @Nullable Current current;

    KeptList(long number) {
        this.number = number;
    }

    /** The list, not older than this. */
    PublishedList current(Duration age, Function<Wanted, StatusEntries.Reading> reader, StatusListTokens tokens) {
        long asked = System.nanoTime();
        var found = current;
        if (found != null && !found.isOlder(age, asked)) {
            return found.list;
        }
        turn.lock();
        try {
            var before = current;
            // Somebody read it after this one had asked: it will do.
            if (before != null && (before.readAt - asked > 0 || !before.isOlder(age, asked))) {
                return before.list;
            }
            var next = refreshed(before, reader, tokens);
            current = next;
            return next.list;
        } finally {
            turn.unlock();
        }
    }

    private Current refreshed(
            @Nullable Current before, Function<Wanted, StatusEntries.Reading> reader, StatusListTokens tokens) {
        long now = System.nanoTime();
        if (before == null || now - before.readAnewAt > READ_ANEW_AFTER.toNanos()) {
            var reading = reader.apply(new Wanted.Everything(number));
            packed = with(new byte[packed.length], reading);
            return new Current(signed(before, reading, tokens), now, now);
        }
        var reading = reader.apply(new Wanted.Changes(number, OVERLAP.plusNanos(now - before.readAt)));
        byte[] next = with(packed, reading);
        boolean kept = Arrays.equals(packed, next)
                && reading.at().isBefore(before.list.at().plus(SIGN_ANEW_AFTER));
        packed = next;
        return new Current(kept ? before.list : signed(before, reading, tokens), now, before.readAnewAt);
    }

    /** Of a later list the time is never an earlier one, whatever the database's clock does: it would pass for an old list. */
    private PublishedList signed(@Nullable Current before, StatusEntries.Reading reading, StatusListTokens tokens) {
        var at = before != null && reading.at().isBefore(before.list.at()) ? before.list.at() : reading.at();
        return PublishedList.of(tokens.sign(number, StatusBits.of(BITS, packed), at), at);
    }

    private static byte[] with(byte[] packed, StatusEntries.Reading reading) {
        byte[] next = packed.clone();
        for (var entry : reading.entries()) {
            int shift = entry.index() % PER_BYTE * BITS;
            int place = entry.index() / PER_BYTE;
            next[place] = (byte) ((next[place] & ~(MASK << shift)) | (value(entry.status()) << shift));
        }
        return next;
    }

    /**
     * What the list says of a status (Token Status List, section 7): 0 VALID, 1 INVALID, 2 SUSPENDED. What has merely run out, or
     * is still to begin, stands as VALID, and the licence itself says when; where the issuer has said it instead, the list
     * says it too.
     */
    private static int value(LicenceStatus status) {
        return switch (status) {
            case VALID -> 0;
            case EXPIRED, CANCELLED, REVOKED, WITHDRAWN, SUPERSEDED, TRANSFERRED_OUT -> 1;
            case NOT_YET_ACTIVE, SUSPENDED, RESTRICTED -> 2;
        };
    }

    /** What is to be read. */
    sealed interface Wanted {
        record Everything(long list) implements Wanted {}

        record Changes(long list, Duration time) implements Wanted {}
    }

    /**
     * A list and when it was read, in the nanoseconds of this process.
     *
     * @param readAt just before the last reading
     * @param readAnewAt just before the last reading of everything
     */
    private record Current(PublishedList list, long readAt, long readAnewAt) {
        boolean isOlder(Duration age, long now) {
            return now - readAt >= age.toNanos();
        }
    }
}
