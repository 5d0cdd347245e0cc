package city.certfree.web.console.shift;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page of the counter at which somebody was stopped: it comes back in an address, and so is believed only as such. */
final class WayBack {
    private static final String START = "/counter";

    private WayBack() {}

    /** Path and query, for an address. */
    static String encoded(URI address) {
        var query = address.getRawQuery();
        return URLEncoder.encode(
                query == null ? address.getRawPath() : address.getRawPath() + "?" + query, StandardCharsets.UTF_8);
    }

    /** The page itself; the counter's first one for everything that is none of its pages. */
    static URI of(String text) {
        try {
            var address = new URI(text);
            boolean ofTheCounter = address.getRawAuthority() == null
                    && address.getScheme() == null
                    && address.normalize().equals(address)
                    && (text.equals(START) || text.startsWith(START + "/") || text.startsWith(START + "?"));
            return ofTheCounter ? address : URI.create(START);
        } catch (java.net.URISyntaxException e) {
            return URI.create(START);
        }
    }
}
