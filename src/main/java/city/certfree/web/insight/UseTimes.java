package city.certfree.web.insight;

import city.certfree.audit.AccessRecord;
import city.certfree.audit.LogRecord;
import city.certfree.audit.Outcome;
import city.certfree.audit.RecordObserver;
import city.certfree.kernel.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Times each use by channel and outcome, from the first sight of its request until its record is durable:
 * {@code certfree.uses}. All timers are there as soon as the log is, so that a first refusal is seen as a rise.
 */
@Singleton
final class UseTimes implements RecordObserver {
    private static final String ANY = "any";

    /** Around what is promised: most within 10 ms, and nobody waits for more than a second. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3)
    };

    private final Map<Channel, Map<Outcome, Timer>> timers = new EnumMap<>(Channel.class);

    UseTimes(MeterRegistry registry) {
        for (var channel : Channel.values()) {
            var ofChannel = new EnumMap<Outcome, Timer>(Outcome.class);
            for (var outcome : Outcome.values()) {
                ofChannel.put(outcome, timer(registry, channel, outcome));
            }
            timers.put(channel, ofChannel);
        }
    }

    /** What cannot be counts beside the channel's own outcomes: if it happens nevertheless, it is not lost. */
    private static Timer timer(MeterRegistry registry, Channel channel, Outcome outcome) {
        return Timer.builder("certfree.uses")
                .description("uses, from the request to the durable record")
                .tag("channel", channel.name().toLowerCase(Locale.ROOT))
                .tag("outcome", occurs(outcome, channel) ? outcome.code() : "other")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private static boolean occurs(Outcome outcome, Channel channel) {
        var channels = outcome.channels();
        return channels.startsWith(ANY)
                || Arrays.asList(channels.split(", ", -1)).contains(channel.name());
    }

    @Override
    public void durable(LogRecord record) {
        if (record instanceof AccessRecord use) {
            var watched = ServerRequestContext.currentRequest().map(Watched::of);
            watched.ifPresent(request -> request.was(use));
            long nanos = watched.map(Watched::elapsed).orElse(0L);
            timer(use.channel(), use.outcome()).record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Channel channel, Outcome outcome) {
        return Objects.requireNonNull(
                Objects.requireNonNull(timers.get(channel)).get(outcome));
    }
}
