package city.certfree.demo;

import city.certfree.kernel.Mode;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the demo before the service opens its port, so that whoever gets an answer gets it of the whole city. */
@Singleton
@Requires(property = "certfree.demo.load", value = "true")
final class LoadAtStart implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(LoadAtStart.class);

    private final Mode mode;
    private final LoadDemo loadDemo;

    LoadAtStart(@Property(name = "certfree.mode") Mode mode, LoadDemo loadDemo) {
        this.mode = mode;
        this.loadDemo = loadDemo;
    }

    /** @throws IllegalStateException if the database holds anything that is not the demo's */
    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (mode == Mode.PRODUCTION) {
            return;
        }
        switch (loadDemo.load()) {
            case NOTHING -> LOG.info("the sample city is loaded");
            case PART_OF_DEMO -> LOG.info("the sample city, of which a part was there, is loaded");
            case DEMO -> LOG.debug("the sample city is there");
            // The sample keys, which everybody knows, work only where the demo has left its mark.
            case SOMETHING, LICENCES ->
                throw new IllegalStateException("demo mode does not start on a database that holds anything but the"
                        + " demo: set certfree.mode (CERTFREE_MODE) to production, or name an empty database");
        }
    }
}
