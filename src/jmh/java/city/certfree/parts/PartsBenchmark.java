package city.certfree.parts;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs what is named {@code …Parts}, in JVMs of their own; {@code -Dcertfree.parts=Token} only those that match. */
class PartsBenchmark {
    @Test
    void measureTheParts() throws RunnerException {
        var options = new OptionsBuilder()
                .include(System.getProperty("certfree.parts", "Parts") + ".*")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .timeUnit(TimeUnit.MICROSECONDS)
                // As the service runs, and not as the tests do, without the second compiler.
                .jvmArgs("-XX:+UseParallelGC", "-Duser.timezone=UTC", "--enable-native-access=ALL-UNNAMED")
                .build();
        assertFalse(new Runner(options).run().isEmpty());
    }
}
