package city.certfree.web.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page at which somebody was stopped: it comes back in an address, and so is believed only as one of ours. */
public final class WayBack {
    private WayBack() {}

    /** Path and query, for an address. */
    public static String encoded(URI address) {
        var query = address.getRawQuery();
        return URLEncoder.encode(
                query == null ? address.getRawPath() : address.getRawPath() + "?" + query, StandardCharsets.UTF_8);
    }

    /**
     * The page itself, if it is one of those that begin here; for everything else the first of them.
     *
     * @param start such as {@code /counter}
     */
    public static URI of(String text, URI start) {
        var first = start.getPath();
        try {
            var address = new URI(text);
            boolean ours = address.getRawAuthority() == null
                    && address.getScheme() == null
                    && address.normalize().equals(address)
                    && (text.equals(first) || text.startsWith(first + "/") || text.startsWith(first + "?"));
            return ours ? address : start;
        } catch (URISyntaxException e) {
            return start;
        }
    }
}
