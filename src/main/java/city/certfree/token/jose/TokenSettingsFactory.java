package city.certfree.token.jose;

import city.certfree.token.TokenSettings;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes the token settings of the configuration, so that a bad one stops the start. */
@Factory
final class TokenSettingsFactory {
    private static final int DEFAULT_PORT = 8080;

    /** @param port 0 or less: any free one, which cannot be known here */
    @Context
    TokenSettings tokenSettings(Address address, @Nullable @Property(name = "micronaut.server.port") Integer port) {
        var url = address.publicUrl() == null || address.publicUrl().isBlank()
                ? "http://localhost:" + (port == null || port <= 0 ? DEFAULT_PORT : port)
                : address.publicUrl().strip();
        return new TokenSettings(
                URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url), address.clockSkew());
    }

    /**
     * How others see this service.
     *
     * @param publicUrl its public base URL; null: this machine alone uses it
     * @param clockSkew how far other clocks may be off
     */
    @ConfigurationProperties("certfree")
    record Address(@Nullable String publicUrl, @Bindable(defaultValue = "5s") Duration clockSkew) {}
}
