package city.certfree.parts;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The service's own beans, with the keys of the demonstration and an empty database in memory, which nothing here asks. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls start
public class Beans {
    private ApplicationContext context;

    @Setup(Level.Trial)
    public void start() {
        context = ApplicationContext.run(Map.of(
                "certfree.mode", "demo",
                "certfree.command", true,
                "datasources.default.url", "jdbc:h2:mem:parts;MODE=MySQL;DB_CLOSE_DELAY=-1"));
    }

    @TearDown(Level.Trial)
    public void stop() {
        context.close();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }
}
