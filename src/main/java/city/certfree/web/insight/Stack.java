package city.certfree.web.insight;

import static java.util.stream.Collectors.joining;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** An exception below its line: each of its own lines is indented, so that no message of one looks like a line of the log. */
public final class Stack extends ThrowableProxyConverter {
    /** Called by Logback. */
    public Stack() {}

    @Override
    public String convert(ILoggingEvent event) {
        return super.convert(event)
                .lines()
                .map(line -> "\t" + OneLine.CONTROL.matcher(line).replaceAll(" ") + System.lineSeparator())
                .collect(joining());
    }
}
