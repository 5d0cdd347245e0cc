package city.certfree.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {
    private static final URI ISSUER = URI.create("https://wzm.zaozhuang.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wzm.zaozhuang.example",
                "http://localhost:8080",
                "https://zaozhuang.example/wzm",
                "https://a23456789-123456789-1234.example"
            })
    void takesTheAddressOfAService(String issuer) {
        assertEquals(
                issuer,
                new TokenSettings(URI.create(issuer), Duration.ZERO).issuer().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wzm.zaozhuang.example",
                "https:wzm",
                "ftp://wzm.zaozhuang.example",
                "https://wzm.zaozhuang.example/",
                "https://wzm.zaozhuang.example?a=1",
                "https://wzm.zaozhuang.example#a",
                "https://user@wzm.zaozhuang.example",
                "https://a23456789-123456789-12345.example"
            })
    void refusesAnyOtherAddress(String issuer) {
        assertThrows(
                IllegalArgumentException.class, () -> new TokenSettings(URI.create(issuer), Duration.ofSeconds(5)));
    }

    @Test
    void allowsClocksToBeOffBy10SecondsAtMost() {
        assertEquals(Duration.ofSeconds(10), new TokenSettings(ISSUER, Duration.ofSeconds(10)).clockSkew());
        assertThrows(IllegalArgumentException.class, () -> new TokenSettings(ISSUER, Duration.ofMillis(10_001)));
        assertThrows(IllegalArgumentException.class, () -> new TokenSettings(ISSUER, Duration.ofMillis(-1)));
    }
}
