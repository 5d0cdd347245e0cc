package city.certfree.access.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param idle without a request, a session ends after this; at least 1 minute
 * @param lifetime it ends after this in any case
 * @param lock without a request, a clerk's session at a window needs the password again after this; at least 1 minute
 */
@ConfigurationProperties("certfree.session")
public record SessionSettings(
        @Bindable(defaultValue = "30m") Duration idle,
        @Bindable(defaultValue = "12h") Duration lifetime,
        @Bindable(defaultValue = "5m") Duration lock) {
    public SessionSettings {
        if (lock.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("certfree.session.lock is at least 1 minute");
        }
        if (idle.compareTo(Duration.ofMinutes(1)) < 0 || lifetime.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "certfree.session.idle is at least 1 minute, certfree.session.lifetime at least as long as idle");
        }
    }
}
