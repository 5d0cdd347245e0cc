package city.certfree.cli.bench.crowd;

import city.certfree.cli.bench.drive.Arrivals;
import city.certfree.cli.bench.http.Talk;
import city.certfree.cli.bench.http.Visitor;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Many connections on one thread, so that sending costs little beside the service that is to be overwhelmed. Calls begin when they
 * are due, whether or not the ones before are answered; those that find every connection busy wait, and their wait counts.
 */
final class Crowd implements AutoCloseable {
    /** After so many calls it looks for answers. */
    private static final int AT_A_TIME = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Selector selector = Selector.open();
    private final List<Visitor> all = new ArrayList<>();
    private final ArrayDeque<Visitor> free = new ArrayDeque<>();
    private Score score = new Score();
    private long lastAnswer;

    Crowd(int port, int connections) throws IOException {
        var service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int i = 0; i < connections; i++) {
            all.add(new Visitor(selector, service));
        }
        free.addAll(all);
    }

    /** All calls of the arrivals, for so long; those that are under way then are waited for. */
    Outcome rush(Arrivals arrivals, Duration length, Talk talk) throws IOException {
        score = new Score();
        // Connections that have ended since the last rush are opened anew.
        selector.select(this::goOn, 1);
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        lastAnswer = end;
        int next = 0;
        for (long now = begin;
                now < end || (isAnyWaiting() && now < end + PATIENCE.toNanos());
                now = System.nanoTime()) {
            int last = now < end ? Math.min(arrivals.count(), next + AT_A_TIME) : next;
            while (next < last && begin + arrivals.offset(next) <= now && !free.isEmpty()) {
                ask(talk, begin + arrivals.offset(next++));
            }
            look(next < arrivals.count() && now < end ? begin + arrivals.offset(next) : Long.MAX_VALUE);
        }
        score.cut(giveUp());
        return score.outcome(arrivals.count(), length, lastAnswer - end);
    }

    private void ask(Talk talk, long due) {
        var visitor = free.removeFirst();
        try {
            score.sent();
            visitor.ask(talk.next().orElseThrow(), due);
        } catch (IOException e) {
            failed(visitor, e);
        }
    }

    /** Waits for answers at most until the next call is due, and if there is a connection for it not at all. */
    private void look(long due) throws IOException {
        long left = due - System.nanoTime();
        if (left <= 0 && !free.isEmpty()) {
            selector.selectNow(this::goOn);
        } else {
            long millis = left <= 0 ? LOOK_AGAIN_MILLIS : Math.ceilDiv(left, NANOS_PER_MILLI);
            selector.select(this::goOn, Math.min(millis, LOOK_AGAIN_MILLIS));
        }
    }

    private void goOn(SelectionKey key) {
        var visitor = (Visitor) key.attachment();
        boolean wasWaiting = visitor.isWaiting();
        try {
            var answer = visitor.goOn(key);
            if (answer.isPresent()) {
                long due = visitor.due();
                long sentAt = visitor.sentAt();
                score.answered(visitor.answered(answer.get()), answer.get(), due, sentAt);
                lastAnswer = Math.max(lastAnswer, System.nanoTime());
                free.addLast(visitor);
            }
        } catch (IOException e) {
            if (wasWaiting) {
                failed(visitor, e);
            } else {
                visitor.leave();
            }
        }
    }

    private void failed(Visitor visitor, IOException e) {
        if (e instanceof ConnectException) {
            score.turnedAway();
        } else {
            score.cut(1);
        }
        visitor.leave();
        free.addLast(visitor);
    }

    private boolean isAnyWaiting() {
        return free.size() < all.size();
    }

    private long giveUp() {
        long given = 0;
        for (var visitor : all) {
            if (visitor.isWaiting()) {
                visitor.leave();
                free.addLast(visitor);
                given++;
            }
        }
        return given;
    }

    @Override
    public void close() throws IOException {
        all.forEach(Visitor::leave);
        selector.close();
    }
}
