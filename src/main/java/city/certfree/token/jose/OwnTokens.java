package city.certfree.token.jose;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Verifier;
import city.certfree.token.ShowTokens.Flaw;
import city.certfree.token.SignedToken;
import city.certfree.token.TokenSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is common to the tokens that this service signs, and to those short-lived ones that come back to it. */
@Singleton
final class OwnTokens {
    private final KeyRing keys;
    private final TokenSettings settings;
    private final VerifiedBefore verifiedBefore = new VerifiedBefore();

    OwnTokens(KeyRing keys, TokenSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    String issuer() {
        return settings.issuer().toString();
    }

    /** Signs claims as this service: {@code iss} comes before them. */
    SignedToken sign(TokenType type, Map<String, Object> claims) {
        var all = new LinkedHashMap<String, Object>();
        all.put("iss", issuer());
        all.putAll(claims);
        return new SignedToken(Jws.sign(type, all, keys.signer(type.keys())));
    }

    /**
     * Judges a token that should be ours, in this order: form, type, key and signature, the key's time, issuer, audience,
     * time. What is wrong first is the finding.
     *
     * @param audience the only {@code aud}
     * @param lifetime exactly from {@code iat} to {@code exp}
     */
    Finding check(String text, TokenType type, String audience, Duration lifetime, Instant now) {
        var parsed = UnverifiedToken.parse(text)
                .filter(token -> token.header("typ").filter(type.typ()::equals).isPresent())
                .filter(token -> token.header("kid").isPresent());
        if (parsed.isEmpty()) {
            return new Flawed(Flaw.MALFORMED);
        }
        var verifier = parsed.get().header("kid").flatMap(kid -> keys.verifier(kid, type.keys()));
        var verified = verify(parsed.get(), verifier, type);
        if (verifier.isEmpty() || verified.isEmpty()) {
            return new Flawed(Flaw.FORGED);
        }
        return flaw(verified.get(), verifier.get(), audience, lifetime, now)
                .<Finding>map(Flawed::new)
                .orElseGet(() -> new Genuine(verified.get(), verifier.get()));
    }

    /** As {@link #check}, for tokens that come again and again: the signature of each is verified once by each key. */
    Finding checkAgain(String text, TokenType type, String audience, Duration lifetime, Instant now) {
        var before = verifiedBefore.find(text).filter(entry -> isInForce(entry.verifier(), type));
        if (before.isPresent()) {
            var token = before.get().token();
            var verifier = before.get().verifier();
            return flaw(token, verifier, audience, lifetime, now)
                    .<Finding>map(Flawed::new)
                    .orElseGet(() -> new Genuine(token, verifier));
        }
        var finding = check(text, type, audience, lifetime, now);
        if (finding instanceof Genuine(var token, var verifier)) {
            verifiedBefore.keep(text, verifier, token, now.plus(lifetime), now);
        }
        return finding;
    }

    /** Keys that are loaded anew are other ones, even if nothing has changed. */
    private boolean isInForce(Verifier verifier, TokenType type) {
        return keys.verifier(verifier.kid(), type.keys())
                .filter(inForce -> inForce == verifier)
                .isPresent();
    }

    /**
     * For an unknown key does the same work with another, so that the time taken does not tell which it was; the other is looked up for a
     * known one, too.
     */
    private Optional<VerifiedToken> verify(UnverifiedToken token, Optional<Verifier> known, TokenType type) {
        var other = keys.verifier(keys.signer(type.keys()).kid(), type.keys());
        return (known.isPresent() ? known : other).flatMap(verifier -> VerifiedToken.of(token, verifier));
    }

    private Optional<Flaw> flaw(
            VerifiedToken token, Verifier verifier, String audience, Duration lifetime, Instant now) {
        if (!verifier.isCurrent(now)) {
            return Optional.of(Flaw.KEYS_STALE);
        }
        if (!token.text("iss").equals(Optional.of(issuer()))) {
            return Optional.of(Flaw.FORGED);
        }
        if (!token.text("aud").equals(Optional.of(audience))) {
            return Optional.of(Flaw.WRONG_AUDIENCE);
        }
        var issuedAt = token.time("iat");
        var expiresAt = token.time("exp");
        if (issuedAt.isEmpty() || expiresAt.isEmpty()) {
            return Optional.of(Flaw.MALFORMED);
        }
        return flaw(issuedAt.get(), expiresAt.get(), verifier, lifetime, now);
    }

    private Optional<Flaw> flaw(
            Instant issuedAt, Instant expiresAt, Verifier verifier, Duration lifetime, Instant now) {
        boolean possible = !issuedAt.isAfter(now.plus(settings.clockSkew()))
                && issuedAt.plus(lifetime).equals(expiresAt)
                && verifier.couldSignAt(issuedAt);
        if (!possible) {
            return Optional.of(Flaw.FORGED);
        }
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(Flaw.EXPIRED);
    }

    /** What became of a token from outside. */
    sealed interface Finding {}

    /** @param verifier the key that signed it */
    record Genuine(VerifiedToken token, Verifier verifier) implements Finding {}

    record Flawed(Flaw flaw) implements Finding {}
}
