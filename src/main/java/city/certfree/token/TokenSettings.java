package city.certfree.token;

import java.net.URI;
import java.time.Duration;

/**
 * What tokens say of the service. Set by {@code certfree.public-url} and {@code certfree.clock-skew}.
 *
 * @param issuer the public base URL without a trailing slash: {@code iss}, problem types and links; never the Host header
 * @param clockSkew how far other clocks may be off, 0 to 10 s; it applies to {@code iat}, {@code nbf} and client assertions
 */
public record TokenSettings(URI issuer, Duration clockSkew) {
    public TokenSettings {
        if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("certfree.clock-skew is 0 to 10 s");
        }
        if (issuer.toString().endsWith("/") || issuer.getHost() == null) {
            throw new IllegalArgumentException("certfree.public-url is an absolute URL without a trailing slash");
        }
    }
}
