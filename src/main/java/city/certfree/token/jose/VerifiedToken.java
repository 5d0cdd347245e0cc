package city.certfree.token.jose;

import city.certfree.crypto.Verifier;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The claims of a token whose signature was found to be a known key's. Only {@link #of} makes one. */
final class VerifiedToken {
    /** 9999-12-31T23:59:59Z: what is later is no time but a trick. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final Map<String, Object> claims;

    private VerifiedToken(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** Verifies; empty when {@code alg} is not the key's algorithm, or the signature not the key's. */
    static Optional<VerifiedToken> of(UnverifiedToken token, Verifier verifier) {
        boolean sameAlgorithm =
                token.header("alg").filter(verifier.algorithm().jose()::equals).isPresent();
        return sameAlgorithm && Jws.verifies(token.parts(), verifier)
                ? Optional.of(new VerifiedToken(token.claims()))
                : Optional.empty();
    }

    /** Whether no claim but these occurs. */
    boolean saysOnly(Set<String> names) {
        return names.containsAll(claims.keySet());
    }

    /** Whether these claims occur with these values, beside those of these names, and no others. */
    boolean says(Map<String, Object> values, Set<String> beside) {
        var others = new HashMap<>(claims);
        others.keySet().removeAll(beside);
        return others.equals(values);
    }

    boolean has(String name) {
        return claims.containsKey(name);
    }

    /** A claim that is a text; empty when it is absent or anything else. */
    Optional<String> text(String name) {
        return Optional.ofNullable(claims.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** A claim that is a text or a list of one; empty when it is absent or anything else. */
    Optional<String> onlyText(String name) {
        return claims.get(name) instanceof List<?> list && list.size() == 1
                ? Optional.of(list.getFirst()).filter(String.class::isInstance).map(String.class::cast)
                : text(name);
    }

    /** A claim that is a time in whole seconds; empty when it is absent or anything else. */
    Optional<Instant> time(String name) {
        return claims.get(name) instanceof Long seconds && seconds >= 0 && seconds <= LAST_SECOND
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    /** A claim that is a whole number; empty when it is absent or anything else. */
    Optional<Long> whole(String name) {
        return Optional.ofNullable(claims.get(name))
                .filter(Long.class::isInstance)
                .map(Long.class::cast);
    }

    /** A claim that is an object; empty when it is absent or anything else. */
    @SuppressWarnings("unchecked") // an object of StrictJson has names of type String
    Optional<Map<String, Object>> object(String name) {
        return claims.get(name) instanceof Map<?, ?> members
                ? Optional.of((Map<String, Object>) members)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "VerifiedToken";
    }
}
