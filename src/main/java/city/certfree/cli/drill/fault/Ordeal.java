package city.certfree.cli.drill.fault;

import java.io.IOException;
import java.util.Map;

/** What goes wrong, again and again, while clients are at work. */
public interface Ordeal extends AutoCloseable {
    /** What the service is set to otherwise, such as a way to its database that leads through a relay. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Puts the clients to work. */
    default void begin(Scene scene) throws IOException {
        scene.crew().startPatient(scene.port());
    }

    /**
     * Lets it happen once, and waits until effects are acknowledged again.
     *
     * @param number of the round, from 0
     * @throws IllegalStateException if nothing is acknowledged any more
     */
    void round(Scene scene, int number) throws IOException;

    /** Puts everything in order. */
    @Override
    default void close() {}
}
