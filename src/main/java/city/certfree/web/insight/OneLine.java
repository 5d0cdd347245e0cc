package city.certfree.web.insight;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/** A message on one line: whatever stands in it begins no line of its own, and commands no terminal. */
public final class OneLine extends MessageConverter {
    /** Line ends of every kind, and escapes. */
    static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    /** Called by Logback. */
    public OneLine() {}

    @Override
    public String convert(ILoggingEvent event) {
        return CONTROL.matcher(String.valueOf(super.convert(event))).replaceAll(" ");
    }
}
