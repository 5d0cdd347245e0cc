package city.certfree.web.signin;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Where a request comes from: the peer, or, behind proxies that we trust, whom the last of them has seen. */
@Singleton
public final class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** One subscriber has at least this much of IPv6 (RFC 6177), and could come from another address at each try. */
    private static final int SUBSCRIBER_BYTES = 8;

    private final List<AddressBlock> trustedProxies;

    /** @param trustedProxies blocks in CIDR notation; empty: no proxy is trusted */
    ClientAddress(@Property(name = "certfree.trusted-proxies", defaultValue = "") List<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream()
                .map(String::strip)
                .filter(block -> !block.isEmpty())
                .map(AddressBlock::parse)
                .toList();
    }

    /** The address as text; of IPv6 the network of 64 bits that it belongs to. */
    public String of(HttpRequest<?> request) {
        var client = request.getRemoteAddress().getAddress();
        var forwarded = request.getHeaders().getAll(FORWARDED_FOR).stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .toList();
        for (int i = forwarded.size() - 1; i >= 0 && isTrusted(client); i--) {
            var before = literal(forwarded.get(i).strip());
            if (before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return text(client);
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(block -> block.contains(address));
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        return HexFormat.of().formatHex(address.getAddress(), 0, SUBSCRIBER_BYTES);
    }
}
