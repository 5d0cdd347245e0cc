package city.certfree.access.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param idle without a request, a session ends after this; at least 1 minute
 * @param lifetime it ends after this in any case
 */
@ConfigurationProperties("certfree.session")
public record SessionSettings(
        @Bindable(defaultValue = "30m") Duration idle, @Bindable(defaultValue = "12h") Duration lifetime) {
    public SessionSettings {
        if (idle.compareTo(Duration.ofMinutes(1)) < 0 || lifetime.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "certfree.session.idle is at least 1 minute, certfree.session.lifetime at least as long as idle");
        }
    }
}
