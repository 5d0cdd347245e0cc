package city.certfree.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of the documentation blocks: RFC 5737 and RFC 3849. */
class ClientAddressTest {
    private static final List<String> PROXIES = List.of("198.51.100.0/24", " 2001:db8:1::/48 ");

    @Test
    void isThePeerWhereNoProxyIsTrusted() {
        assertEquals("198.51.100.7", address(List.of(), "198.51.100.7", "203.0.113.9"));
    }

    @Test
    void isThePeerThatIsNoTrustedProxy() {
        assertEquals("203.0.113.1", address(PROXIES, "203.0.113.1", "203.0.113.9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 203.0.113.9",
                "10.0.0.1, 203.0.113.9 | 203.0.113.9",
                "203.0.113.9, 198.51.100.8 | 203.0.113.9",
                "203.0.113.9, 2001:db8:1::5 | 203.0.113.9",
                "203.0.113.9, unknown | 198.51.100.7",
                "unknown, 198.51.100.8 | 198.51.100.8",
                "198.51.100.8 | 198.51.100.8"
            })
    void isTheLastThatIsNoTrustedProxy(String forwarded, String client) {
        assertEquals(client, address(PROXIES, "198.51.100.7", forwarded));
    }

    @Test
    void joinsRepeatedHeadersInTheirOrder() {
        assertEquals("203.0.113.9", address(PROXIES, "198.51.100.7", "203.0.113.5", "203.0.113.9, 198.51.100.8"));
    }

    @Test
    void isOneForAllAddressesOfAnIpv6Subscriber() {
        assertEquals("20010db800020003", address(PROXIES, "2001:db8:2:3::1"));
        assertEquals("20010db800020003", address(PROXIES, "2001:db8:2:3:ffff::2"));
    }

    @Test
    void blocksEndWhereTheirPrefixSays() throws Exception {
        var block = AddressBlock.parse("203.0.113.64/26");
        assertTrue(block.contains(InetAddress.getByName("203.0.113.127")));
        assertFalse(block.contains(InetAddress.getByName("203.0.113.128")));
        assertFalse(block.contains(InetAddress.getByName("203.0.113.63")));
        assertFalse(block.contains(InetAddress.getByName("2001:db8::1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.0/33", "203.0.113.0/-1", "203.0.113.0/x", "proxy.example", "2001:db8::/129", ""})
    void refusesWhatIsNoBlock(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressBlock.parse(text));
    }

    private static String address(List<String> proxies, String peer, String... forwarded) {
        var request = HttpRequest.GET("/");
        Arrays.stream(forwarded).forEach(header -> request.getHeaders().add("X-Forwarded-For", header));
        return new ClientAddress(proxies).of(new HttpRequestWrapper<>(request) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                return new InetSocketAddress(peer, 50_000);
            }
        });
    }
}
