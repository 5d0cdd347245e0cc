package city.certfree.web.insight;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Tells how many lines the log lost because its reader was too slow: {@code certfree.logging.dropped}. */
@Singleton
final class DroppedLines implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("certfree.logging.dropped", this, lines -> LogOutput.dropped())
                .description("lines of the log that found no room, as nobody read them fast enough")
                .register(registry);
    }
}
