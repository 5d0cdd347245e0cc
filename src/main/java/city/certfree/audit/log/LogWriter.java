package city.certfree.audit.log;

import city.certfree.audit.Pending;
import city.certfree.audit.RecordObserver;
import city.certfree.kernel.Transactions.Overloaded;
import city.certfree.kernel.Transactions.StorageUnavailable;
import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this node's log. There is no waiting timer: a group is what arrived while the last one was committing, so
 * that a lone act is durable after one commit, and many acts share one.
 */
@Singleton
public final class LogWriter {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    /** As many as the right edge of the tree proves at once. */
    private static final int LARGEST_GROUP = 256;

    /** Groups in a row at most, for the pool is to see the connection now and then. */
    private static final int LONGEST_ROW = 1000;

    /** What may wait: more would wait longer than callers do. */
    private static final int MOST_WAITING = 4096;

    private final BlockingQueue<Member<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LogStore store;
    private final NodeLog log;
    private final GroupStatistics statistics;
    private final RecordObserver observer;
    private final Duration longestWait;
    private final Member<String> last;
    private final Thread writer;

    /**
     * @param longestWait so long that a caller is told within two seconds that the storage is away, even one whose commit is never
     *     answered
     */
    LogWriter(
            LogStore store,
            NodeLog log,
            GroupStatistics statistics,
            RecordObserver observer,
            @Property(name = "certfree.log.longest-wait", defaultValue = "1700ms") Duration longestWait) {
        this.store = store;
        this.log = log;
        this.statistics = statistics;
        this.observer = observer;
        this.longestWait = longestWait;
        statistics.watch(waiting);
        last = new Member<>(Pending.answered("the last that the writer takes"), store);
        writer = Thread.ofPlatform().daemon().name("log-writer").start(this::write);
    }

    /**
     * Does an act and returns its answer once its group is durable.
     *
     * @throws StorageUnavailable if the database is away, or so slow that nobody waits for it, and the act has no answer for
     *     that
     * @throws RuntimeException what its statement or its closing threw: nothing of it happened
     */
    public <T> T append(Pending<T> act) {
        var member = new Member<>(act, store);
        if (!waiting.offer(member)) {
            statistics.refusedAsFull();
            return act.unavailable(new Overloaded(new IllegalStateException("too many acts wait for the log")));
        }
        try {
            var answer = answered(member);
            member.recorded().ifPresent(observer::durable);
            return answer.get();
        } catch (StorageUnavailable e) {
            statistics.refusedWithoutStorage();
            return act.unavailable(e);
        }
    }

    /** How an act is answered that is durable. An act that is not waited for any more may still become so: it is in doubt. */
    private <T> Supplier<T> answered(Member<T> member) {
        try {
            return member.done().get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new StorageUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable(e);
        }
    }

    private void write() {
        try {
            boolean ended = false;
            while (!ended) {
                ended = writeWith(waiting.take());
            }
        } catch (InterruptedException e) {
            LOG.warn("the log's writer was interrupted");
        }
    }

    /** Writes groups in a row, as long as somebody waits; gives whether the last was among them. */
    private boolean writeWith(Member<?> first) {
        try (var _ = log.row()) {
            var next = first;
            for (int groups = 0; next != null; groups++) {
                var group = new ArrayList<Member<?>>();
                group.add(next);
                waiting.drainTo(group, LARGEST_GROUP - 1);
                commit(group);
                if (group.contains(last)) {
                    return true;
                }
                next = groups < LONGEST_ROW ? waiting.poll() : null;
            }
        }
        return false;
    }

    /** A group that fails for another reason than the database's absence is retried act by act: only the culprit fails. */
    private void commit(List<Member<?>> group) {
        try {
            long begun = System.nanoTime();
            log.commit(group);
            statistics.committed(group.size(), System.nanoTime() - begun);
            group.forEach(Member::succeed);
        } catch (StorageUnavailable e) {
            group.forEach(member -> member.fail(e));
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().fail(e);
            } else {
                group.forEach(member -> commit(List.of(member)));
            }
        } catch (Error e) {
            LOG.error("the log's writer met an error", e);
            group.forEach(member -> member.fail(e));
        }
    }

    /** How many acts wait for the next group. */
    int waiting() {
        return waiting.size();
    }

    @Scheduled(fixedDelay = "3s", initialDelay = "3s")
    void renew() {
        log.renew();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        waiting.put(last);
        writer.join();
        var stopped = new StorageUnavailable(new IllegalStateException("the service is stopping"));
        for (var member = waiting.poll(); member != null; member = waiting.poll()) {
            member.fail(stopped);
        }
        log.release();
    }
}
