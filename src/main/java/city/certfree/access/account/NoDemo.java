package city.certfree.access.account;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The gate of a service that was built without a demo. */
@Singleton
@Requires(missingBeans = DemoGate.class)
final class NoDemo implements DemoGate {
    @Override
    public boolean isOpen() {
        return false;
    }
}
