package city.certfree.web.insight;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the figures are, which are for operators and for nobody else.
 *
 * @param host the address that the port is opened on; the loopback interface's, unless a collector asks from elsewhere
 * @param port 0 to 65535; 0: any that is free, as two services on one machine need it
 */
@ConfigurationProperties("certfree.management")
record ManagementSettings(
        @Bindable(defaultValue = "127.0.0.1") String host, @Bindable(defaultValue = "8081") int port) {
    private static final int HIGHEST = 65_535;

    ManagementSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("certfree.management.host is an address of this machine");
        }
        if (port < 0 || port > HIGHEST) {
            throw new IllegalArgumentException("certfree.management.port is 0 to 65535");
        }
    }
}
