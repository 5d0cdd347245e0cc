package city.certfree.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.certfree.token.jose.TokenSettingsFactory.Address;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenSettingsFactoryTest {
    @Test
    void takesThePublicUrlWithoutItsTrailingSlash() {
        assertEquals("https://wzm.zaozhuang.example", issuer("https://wzm.zaozhuang.example/", 9090));
        assertEquals("https://zaozhuang.example/wzm", issuer("https://zaozhuang.example/wzm", null));
    }

    @Test
    void isThisMachineAtThePortInUseWhereNobodySaysElse() {
        assertEquals("http://localhost:9090", issuer(null, 9090));
        assertEquals("http://localhost:9090", issuer(" ", 9090));
        assertEquals("http://localhost:8080", issuer(null, null));
        assertEquals("http://localhost:8080", issuer(null, -1));
    }

    private static String issuer(@Nullable String publicUrl, @Nullable Integer port) {
        return new TokenSettingsFactory()
                .tokenSettings(new Address(publicUrl, Duration.ofSeconds(5)), port)
                .issuer()
                .toString();
    }
}
