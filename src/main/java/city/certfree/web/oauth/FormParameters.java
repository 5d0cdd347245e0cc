package city.certfree.web.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a form-encoded body, each at most once (RFC 6749, section 3.2). */
final class FormParameters {
    private final Map<String, String> values = new HashMap<>();

    private FormParameters() {}

    /** @throws TokenError {@code invalid_request} if the encoding is broken, or a parameter is repeated */
    static FormParameters parse(String body) {
        var form = new FormParameters();
        for (var pair : body.split("&", -1)) {
            if (!pair.isEmpty()) {
                form.add(pair);
            }
        }
        return form;
    }

    /** The value; empty when the parameter is absent or has no value, which is the same (RFC 6749, section 3.2). */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Undoes the form encoding of one name or value. */
    static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TokenError(Oauth.INVALID_REQUEST, "the form encoding is broken");
        }
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        var name = decode(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (values.put(name, value) != null) {
            throw new TokenError(Oauth.INVALID_REQUEST, "a parameter is repeated");
        }
    }
}
