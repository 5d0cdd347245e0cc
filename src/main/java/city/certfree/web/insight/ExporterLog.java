package city.certfree.web.insight;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what OpenTelemetry says by the platform's own logging into the service's log, in its form: a collector that is away is a
 * warning of one line.
 */
final class ExporterLog extends Handler {
    /** Kept, for the platform forgets the settings of a logger that nobody holds. */
    private static final Logger OPEN_TELEMETRY = Logger.getLogger("io.opentelemetry");

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("io.opentelemetry");

    private ExporterLog() {}

    /** Takes over, instead of whatever wrote it before. */
    static void takeOver() {
        for (var before : OPEN_TELEMETRY.getHandlers()) {
            OPEN_TELEMETRY.removeHandler(before);
        }
        OPEN_TELEMETRY.setUseParentHandlers(false);
        OPEN_TELEMETRY.addHandler(new ExporterLog());
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            var thrown = record.getThrown();
            LOG.warn(
                    "{} {}",
                    record.getMessage(),
                    thrown == null ? "" : thrown.getClass().getName());
        }
    }

    @Override
    public void flush() {
        // The log writes by itself.
    }

    @Override
    public void close() {
        // The log is not this handler's.
    }
}
