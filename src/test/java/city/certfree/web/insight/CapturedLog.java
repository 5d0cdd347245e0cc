package city.certfree.web.insight;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** What the service logs meanwhile, at the level and in both formats of production, instead of to the tests' own output. */
final class CapturedLog implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int AMPLE = 1 << 20;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = Objects.requireNonNull(root.getLevel());
    private final Optional<Appender<ILoggingEvent>> instead = Optional.ofNullable(root.getAppender("OUT"));
    private final Output text = new Output("text");
    private final Output json = new Output("json");

    CapturedLog() {
        instead.ifPresent(root::detachAppender);
        root.setLevel(Level.INFO);
        root.addAppender(text.appender);
        root.addAppender(json.appender);
    }

    /** What a reader of the text format has got. */
    String text() throws InterruptedException {
        return text.written();
    }

    /** What a reader of the JSON format has got. */
    String json() throws InterruptedException {
        return json.written();
    }

    /** As {@code logback.xml} has it. */
    static Encoder<ILoggingEvent> encoder(String format) {
        var context = new LoggerContext();
        context.putProperty("CERTFREE_LOG_FORMAT", format);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Objects.requireNonNull(LogOutput.class.getResource("/logback.xml")));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
        var appender = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("OUT");
        return ((OutputStreamAppender<ILoggingEvent>) appender).getEncoder();
    }

    @Override
    public void close() {
        root.detachAppender(text.appender);
        root.detachAppender(json.appender);
        root.setLevel(before);
        instead.ifPresent(root::addAppender);
    }

    private static final class Output {
        private final ByteArrayOutputStream to = new ByteArrayOutputStream();
        private final LogOutput appender = new LogOutput(to, AMPLE);

        Output(String format) {
            appender.setEncoder(encoder(format));
            appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
            appender.start();
        }

        String written() throws InterruptedException {
            if (!appender.awaitWritten(LONG)) {
                throw new IllegalStateException("the log is not written");
            }
            return to.toString(StandardCharsets.UTF_8);
        }
    }
}
