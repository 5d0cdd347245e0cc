package city.certfree.registry.version;

import city.certfree.fixture.TestClock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** A clock that is there from the start of the context on, where a test asks for it: the registry tells the day at once. */
@Factory
@Requires(property = TestClockFactory.PROPERTY, value = "true")
final class TestClockFactory {
    static final String PROPERTY = "test.clock";

    @Singleton
    @Replaces(Clock.class)
    TestClock clock() {
        return new TestClock(Instant.EPOCH);
    }
}
