package city.certfree.crypto.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON Web Key (RFC 7517) of which nothing but the JSON was checked yet. Refusals name members and never show values. */
public final class Jwk {
    private static final int MAX_KEYS = 500;

    private final Map<String, Object> members;

    private Jwk(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * The keys of a JWK set, in its order.
     *
     * @throws InvalidValue if it is not a set of 1 to 500 objects
     */
    public static List<Jwk> set(byte[] utf8) {
        if (!(StrictJson.object(utf8).get("keys") instanceof List<?> list)
                || list.isEmpty()
                || list.size() > MAX_KEYS) {
            throw InvalidValue.because("a key set has an array keys of 1 to 500 keys");
        }
        var keys = new ArrayList<Jwk>();
        for (var element : list) {
            keys.add(of(element));
        }
        return keys;
    }

    /** A key with these members. */
    public static Jwk of(Map<String, ?> members) {
        return new Jwk(Collections.unmodifiableMap(new LinkedHashMap<>(members)));
    }

    @SuppressWarnings("unchecked") // an object of StrictJson has names of type String
    private static Jwk of(Object element) {
        if (element instanceof Map<?, ?> members) {
            return of((Map<String, ?>) members);
        }
        throw InvalidValue.because("a key is a JSON object");
    }

    /** All members, unchecked; some may be secret. */
    public Map<String, Object> members() {
        return members;
    }

    public boolean has(String member) {
        return members.containsKey(member);
    }

    /** A text that must be there. */
    public String text(String member) {
        return optionalText(member).orElseThrow(() -> refused(member, "is missing"));
    }

    /** A text; empty when the member is absent. */
    public Optional<String> optionalText(String member) {
        return switch (members.get(member)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw refused(member, "is not a text");
        };
    }

    /** Bytes in base64url that must be there. */
    public byte[] bytes(String member) {
        try {
            return Base64Url.decode(text(member));
        } catch (InvalidValue e) {
            throw refused(member, "is missing or not base64url");
        }
    }

    /** Seconds since 1970 (RFC 7519, NumericDate). */
    public Instant time(String member, Instant ifAbsent) {
        return switch (members.get(member)) {
            case null -> ifAbsent;
            case Long seconds
            when seconds >= 0 && seconds <= Integer.MAX_VALUE * 100L -> Instant.ofEpochSecond(seconds);
            default -> throw refused(member, "is not a number of seconds");
        };
    }

    /** Requires a text to have this value. */
    public void expect(String member, String value) {
        if (!text(member).equals(value)) {
            throw refused(member, "is not " + value);
        }
    }

    /** The thumbprint of an elliptic-curve key (RFC 7638; with {@code kty} OKP RFC 8037, appendix A.3), base64url. */
    public String thumbprint() {
        var y = text("kty").equals("OKP") ? "" : ",\"y\":\"%s\"".formatted(text("y"));
        var canonical =
                "{\"crv\":\"%s\",\"kty\":\"%s\",\"x\":\"%s\"%s}".formatted(text("crv"), text("kty"), text("x"), y);
        return Base64Url.encode(Sha256.of(canonical.getBytes(UTF_8)).toBytes());
    }

    /** A refusal of this key that names it by its {@code kid}, for whoever made the file. */
    public InvalidValue refused(String member, String why) {
        var kid = members.get("kid") instanceof String text ? text : "without kid";
        return InvalidValue.because("key " + kid + ": " + member + " " + why);
    }

    /** Shows nothing of the key. */
    @Override
    public String toString() {
        return "Jwk";
    }
}
