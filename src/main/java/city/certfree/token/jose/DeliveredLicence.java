package city.certfree.token.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.certfree.crypto.json.Base64Url;
import city.certfree.crypto.json.StrictJson;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Sha256;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code licence+sd-jwt} from outside whose form is right (RFC 9901, section 7.1), stricter than the standard where ours is:
 * all disclosures are of the object {@code licence}, each is named by a digest there once, and each digest names one. So
 * nothing can be hidden, nothing added, and nothing put in the place of a claim. Nothing of what it says may be believed yet.
 */
final class DeliveredLicence {
    /** What a body of the API can hold. */
    private static final int MAX_CHARACTERS = 1 << 18;

    private static final int MAX_DISCLOSURES = 200;

    /** 128 bits in base64url. */
    private static final int LEAST_SALT = 22;

    private static final String HIDDEN = "licence";
    private static final String DIGESTS = "_sd";

    private final UnverifiedToken token;
    private final Map<String, String> disclosures = new HashMap<>();
    private final Set<String> digests = new HashSet<>();

    private DeliveredLicence(UnverifiedToken token, List<String> encoded) {
        this.token = token;
        for (var disclosure : encoded) {
            digests.add(
                    Base64Url.encode(Sha256.of(disclosure.getBytes(US_ASCII)).toBytes()));
            read(disclosure);
        }
    }

    /** Reads a licence with all its disclosures, and the tilde that closes them; empty when its form is any other. */
    static Optional<DeliveredLicence> parse(String text) {
        var parts = List.of(text.split("~", -1));
        if (text.length() > MAX_CHARACTERS
                || parts.size() < 2
                || parts.size() > MAX_DISCLOSURES + 2
                || !parts.getLast().isEmpty()) {
            return Optional.empty();
        }
        try {
            return UnverifiedToken.parse(parts.getFirst(), MAX_CHARACTERS)
                    .map(token -> new DeliveredLicence(token, parts.subList(1, parts.size() - 1)));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** A disclosure is an array of salt, name and value, of which ours are texts. */
    private void read(String disclosure) {
        var array = StrictJson.array(Base64Url.decode(disclosure), MAX_CHARACTERS);
        if (array.size() != 3
                || !(array.get(0) instanceof String salt)
                || !(array.get(1) instanceof String name)
                || !(array.get(2) instanceof String value)
                || salt.length() < LEAST_SALT
                || name.equals(DIGESTS)
                || name.equals("...")
                || disclosures.put(name, value) != null) {
            throw InvalidValue.because("a disclosure is a salt, a name that no other has, and a text");
        }
    }

    UnverifiedToken token() {
        return token;
    }

    /** Name to value, of every disclosure. */
    Map<String, String> disclosures() {
        return disclosures;
    }

    /** Whether the verified token names exactly these disclosures, in no other place than ours do. */
    boolean isWhole(VerifiedToken verified) {
        return verified.object(HIDDEN)
                .filter(hidden -> hidden.keySet().equals(Set.of(DIGESTS)))
                .filter(hidden -> hidden.get(DIGESTS) instanceof List<?> named
                        && named.size() == digests.size()
                        && digests.equals(new HashSet<>(named)))
                .isPresent();
    }

    @Override
    public String toString() {
        return "DeliveredLicence";
    }
}
