package city.certfree.web.insight;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Passes on what is written to it by a thread of its own: whoever writes never waits for whoever reads. What finds no room
 * is dropped and counted.
 */
final class Lines extends OutputStream {
    /** Of the room, the last fifth is for warnings and errors. */
    private static final int PARTS = 5;

    private final BlockingQueue<Step> steps;
    private final OutputStream to;
    private final int reserved;
    private final LongAdder dropped;

    /**
     * @param capacity how many lines may wait
     * @param dropped counts those that found no room
     */
    Lines(OutputStream to, int capacity, LongAdder dropped) {
        this.to = to;
        this.steps = new ArrayBlockingQueue<>(capacity);
        this.reserved = capacity / PARTS;
        this.dropped = dropped;
    }

    /** Begins to pass on; the thread keeps no process alive. */
    void begin() {
        Thread.ofPlatform().daemon().name("log-output").start(this::passOn);
    }

    private void passOn() {
        try {
            while (true) {
                run(steps.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the reader has gone there is nobody to tell. */
    private void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            dropped.increment();
        }
    }

    /** Whether there is room for what is most urgent only. */
    boolean isNearlyFull() {
        return steps.remainingCapacity() <= reserved;
    }

    void drop() {
        dropped.increment();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        var line = Arrays.copyOfRange(bytes, offset, offset + length);
        if (!steps.offer(() -> to.write(line))) {
            drop();
        }
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /** Waits until all that has been taken is written; false when that took longer. */
    boolean awaitWritten(Duration most) throws InterruptedException {
        var written = new CountDownLatch(1);
        return steps.offer(written::countDown, most.toNanos(), TimeUnit.NANOSECONDS)
                && written.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A line to write, or a mark between lines. */
    private interface Step {
        void run() throws IOException;
    }
}
