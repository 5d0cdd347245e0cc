package city.certfree.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What tokens say of the service. Set by {@code certfree.public-url} and {@code certfree.clock-skew}.
 *
 * @param issuer the public base URL without a trailing slash, at most 40 bytes: {@code iss}, problem types and links; never the Host header
 * @param clockSkew how far other clocks may be off, 0 to 10 s; it applies to {@code iat}, {@code nbf} and client assertions
 */
public record TokenSettings(URI issuer, Duration clockSkew) {
    private static final int MAX_ISSUER_BYTES = 40;

    public TokenSettings {
        if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("certfree.clock-skew is 0 to 10 s");
        }
        if (!List.of("http", "https").contains(String.valueOf(issuer.getScheme()))
                || issuer.getHost() == null
                || issuer.getRawQuery() != null
                || issuer.getRawFragment() != null
                || issuer.getRawUserInfo() != null
                || issuer.toString().endsWith("/")) {
            throw new IllegalArgumentException("certfree.public-url is an http or https URL without a trailing slash");
        }
        if (issuer.toString().getBytes(UTF_8).length > MAX_ISSUER_BYTES) {
            throw new IllegalArgumentException("certfree.public-url has at most 40 bytes, so that show tokens scan");
        }
    }
}
