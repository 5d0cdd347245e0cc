package city.certfree.token.jose;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Verifier;
import city.certfree.crypto.json.Base64Url;
import city.certfree.kernel.InvalidValue;
import city.certfree.token.SignedToken;
import city.certfree.token.StatusBits;
import city.certfree.token.StatusListTokens;
import city.certfree.token.TokenSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code statuslist+jwt} as compact JWS. */
@Singleton
final class JoseStatusListTokens implements StatusListTokens {
    /** Twice the largest list of ours, 2^20 entries of 2 bits of which none can be compressed. */
    private static final int MAX_CHARACTERS = 1 << 20;

    private static final Set<String> CLAIMS = Set.of("iss", "sub", "iat", "exp", "ttl", "status_list");
    private static final Set<String> LIST = Set.of("bits", "lst");

    private final OwnTokens tokens;
    private final KeyRing keys;
    private final TokenSettings settings;

    JoseStatusListTokens(OwnTokens tokens, KeyRing keys, TokenSettings settings) {
        this.tokens = tokens;
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public String uri(long list) {
        return settings.issuer() + "/status-lists/" + list;
    }

    @Override
    public SignedToken sign(long list, StatusBits statuses, Instant at) {
        var packed = new LinkedHashMap<String, Object>();
        packed.put("bits", statuses.bits());
        packed.put("lst", Base64Url.encode(statuses.deflated()));
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", uri(list));
        claims.put("iat", at.getEpochSecond());
        claims.put("exp", at.plus(LIFETIME).getEpochSecond());
        claims.put("ttl", TIME_TO_LIVE.toSeconds());
        claims.put("status_list", packed);
        return tokens.sign(TokenType.STATUS_LIST, claims);
    }

    @Override
    public Verification verify(String token, String uri, Instant now) {
        var parsed = UnverifiedToken.parse(token, MAX_CHARACTERS)
                .filter(list -> list.header("typ")
                        .filter(TokenType.STATUS_LIST.typ()::equals)
                        .isPresent())
                .filter(list -> list.header("kid").isPresent());
        if (parsed.isEmpty()) {
            return new Verification.Rejected(Flaw.MALFORMED);
        }
        var key = parsed.get().header("kid").flatMap(kid -> keys.verifier(kid, TokenType.STATUS_LIST.keys()));
        var verified = key.flatMap(verifier -> VerifiedToken.of(parsed.get(), verifier));
        return verified.isEmpty()
                ? new Verification.Rejected(Flaw.FORGED)
                : judge(verified.get(), key.orElseThrow(), uri, now);
    }

    private Verification judge(VerifiedToken token, Verifier key, String uri, Instant now) {
        var issuer = Optional.of(settings.issuer().toString());
        if (!token.saysOnly(CLAIMS)) {
            return new Verification.Rejected(Flaw.MALFORMED);
        }
        var times = Times.of(token);
        if (times.isEmpty()
                || !token.text("iss").equals(issuer)
                || !key.isCurrent(now)
                || !key.couldSignAt(times.get().issuedAt())
                || times.get().issuedAt().isAfter(now.plus(settings.clockSkew()))) {
            return new Verification.Rejected(Flaw.FORGED);
        }
        if (!token.text("sub").equals(Optional.of(uri))) {
            return new Verification.Rejected(Flaw.WRONG_LIST);
        }
        if (!now.isBefore(times.get().expiresAt())) {
            return new Verification.Rejected(Flaw.EXPIRED);
        }
        return statuses(token)
                .<Verification>map(statuses -> new Verification.Verified(
                        statuses,
                        times.get().issuedAt(),
                        times.get().refreshAt(),
                        times.get().expiresAt()))
                .orElseGet(() -> new Verification.Rejected(Flaw.MALFORMED));
    }

    private static Optional<StatusBits> statuses(VerifiedToken token) {
        return token.object("status_list")
                .filter(list -> list.keySet().equals(LIST))
                .flatMap(JoseStatusListTokens::unpacked);
    }

    private static Optional<StatusBits> unpacked(Map<String, Object> list) {
        try {
            return list.get("bits") instanceof Long bits && list.get("lst") instanceof String packed
                    ? StatusBits.inflated(bits, Base64Url.decode(packed))
                    : Optional.empty();
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** The times of a list, in their order. */
    private record Times(Instant issuedAt, Instant refreshAt, Instant expiresAt) {
        /** Empty when one is missing, or they are not such as a list of ours has. */
        static Optional<Times> of(VerifiedToken token) {
            var issuedAt = token.time("iat");
            var expiresAt = token.time("exp");
            var seconds = token.whole("ttl");
            if (issuedAt.isEmpty() || expiresAt.isEmpty() || seconds.isEmpty()) {
                return Optional.empty();
            }
            long lifetime = ChronoUnit.SECONDS.between(issuedAt.get(), expiresAt.get());
            boolean possible =
                    lifetime > 0 && lifetime <= LIFETIME.toSeconds() && seconds.get() > 0 && seconds.get() <= lifetime;
            return possible
                    ? Optional.of(new Times(issuedAt.get(), issuedAt.get().plusSeconds(seconds.get()), expiresAt.get()))
                    : Optional.empty();
        }
    }
}
