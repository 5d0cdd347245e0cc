package city.certfree.web.insight;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.micronaut.http.context.ServerRequestContext;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The log, on standard error: standard output belongs to what a command answers. A reader that is slow, or gone, holds up no
 * request; then lines are dropped, those below a warning first. Each line of a request says to which trace it belongs, which
 * costs nothing where nothing is logged.
 */
public final class LogOutput extends OutputStreamAppender<ILoggingEvent> {
    /** Under which name a line has the trace of its request. */
    static final String TRACE_ID = "traceId";

    private static final int CAPACITY = 8192;
    private static final Duration LAST_LINES = Duration.ofSeconds(1);
    private static final LongAdder DROPPED = new LongAdder();

    private final Lines lines;

    /** Called by Logback. */
    public LogOutput() {
        this(new FileOutputStream(FileDescriptor.err), CAPACITY);
    }

    /** @param capacity how many lines may wait for the reader */
    LogOutput(OutputStream to, int capacity) {
        this.lines = new Lines(to, capacity, DROPPED);
    }

    /** How many lines found no room since the process began. */
    static long dropped() {
        return DROPPED.sum();
    }

    @Override
    public void start() {
        setOutputStream(lines);
        lines.begin();
        Runtime.getRuntime().addShutdownHook(new Thread(this::writeLastLines));
        super.start();
    }

    /** The process ends when the reader is gone, too. */
    private void writeLastLines() {
        try {
            lines.awaitWritten(LAST_LINES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all that has been logged is written; false when that took longer. */
    boolean awaitWritten(Duration most) throws InterruptedException {
        return lines.awaitWritten(most);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (lines.isNearlyFull() && !event.getLevel().isGreaterOrEqual(Level.WARN)) {
            lines.drop();
            return;
        }
        if (event instanceof LoggingEvent line) {
            ServerRequestContext.currentRequest().ifPresent(request -> name(line, Trace.of(request)));
        }
        super.append(event);
    }

    private static void name(LoggingEvent line, Trace trace) {
        try {
            line.setMDCPropertyMap(Map.of(TRACE_ID, trace.id()));
        } catch (IllegalStateException alreadyRead) {
            // Another appender has read the line's context, which fixes it: better a line without its trace than none.
        }
    }
}
