package city.certfree.token.jose;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.Verifier;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.DepartmentCode;
import city.certfree.token.LicenceStatement;
import city.certfree.token.LicenceTokens;
import city.certfree.token.SignedToken;
import city.certfree.token.TokenSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code licence+sd-jwt} (RFC 9901). */
@Singleton
final class JoseLicenceTokens implements LicenceTokens {
    private static final String HIDDEN = "licence";

    private final KeyRing keys;
    private final TokenSettings settings;

    JoseLicenceTokens(KeyRing keys, TokenSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public SignedToken sign(LicenceStatement statement) {
        // In the order of their digests, which is a random one because the salts are: the order tells nothing.
        var disclosures = statement.disclosures().entrySet().stream()
                .map(claim -> Disclosure.of(claim.getKey(), claim.getValue()))
                .sorted(Comparator.comparing(Disclosure::digest))
                .toList();
        var claims = new LinkedHashMap<>(openClaims(statement, statement.issuedAt()));
        claims.put(HIDDEN, hidden(disclosures));
        var jws = Jws.sign(TokenType.LICENCE, claims, keys.issuer(statement.issuer()));
        return new SignedToken(serialised(jws, disclosures));
    }

    /** The token, its disclosures, and nothing after the last tilde (RFC 9901, section 4): a licence is bound to no key. */
    private static String serialised(String jws, List<Disclosure> disclosures) {
        var whole = new StringBuilder(jws).append('~');
        disclosures.forEach(each -> whole.append(each.text()).append('~'));
        return whole.toString();
    }

    @Override
    public Delivery check(String delivered, LicenceStatement expected, Instant now) {
        var parsed = DeliveredLicence.parse(delivered).filter(licence -> licence.token()
                .header("typ")
                .filter(TokenType.LICENCE.typ()::equals)
                .isPresent());
        if (parsed.isEmpty()) {
            return new Delivery.Refused(Objection.MALFORMED);
        }
        var token = parsed.get().token();
        return token.header("kid")
                .flatMap(kid -> keyOf(expected.issuer(), kid))
                .filter(key -> key.isCurrent(now))
                .flatMap(key -> VerifiedToken.of(token, key).filter(licence -> licence.time("iat")
                        .filter(iat -> key.couldSignAt(iat) && !iat.isAfter(now.plus(settings.clockSkew())))
                        .isPresent()))
                .map(licence -> compared(parsed.get(), licence, expected, delivered))
                .orElseGet(() -> new Delivery.Refused(Objection.FORGED));
    }

    private Delivery compared(
            DeliveredLicence licence, VerifiedToken verified, LicenceStatement expected, String delivered) {
        if (!licence.isWhole(verified)) {
            return new Delivery.Refused(Objection.MALFORMED);
        }
        var claims = openClaims(expected, verified.time("iat").orElseThrow());
        return licence.disclosures().equals(expected.disclosures()) && verified.says(claims, Set.of(HIDDEN))
                ? new Delivery.Accepted(new SignedToken(delivered))
                : new Delivery.Refused(Objection.DISAGREES);
    }

    /** The key of this thumbprint, if it is one with which the department signs licences. */
    private Optional<Verifier> keyOf(DepartmentCode department, String kid) {
        boolean departments = keys.publicKeys().stream()
                .anyMatch(
                        key -> kid.equals(key.get("kid")) && department.value().equals(key.get("certfree_issuer")));
        return departments ? keys.verifier(kid, TokenType.LICENCE.keys()) : Optional.empty();
    }

    @Override
    public SignedToken present(SignedToken whole, Set<String> names) {
        // The token, its disclosures, and nothing after the last tilde (RFC 9901, section 4): nothing of it need be
        // made anew.
        var parts = whole.text().split("~", -1);
        var cut = new StringBuilder(parts[0]).append('~');
        for (int i = 1; i < parts.length - 1; i++) {
            if (names.contains(Disclosure.nameIn(parts[i]))) {
                cut.append(parts[i]).append('~');
            }
        }
        return new SignedToken(cut.toString());
    }

    /** Everything but the digests of what is disclosed. */
    private Map<String, Object> openClaims(LicenceStatement statement, Instant issuedAt) {
        var identifier = statement.identifier();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", settings.issuer() + "/issuers/" + statement.issuer());
        claims.put("sub", identifier.value());
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("nbf", startOf(statement.begins()));
        if (statement.ends() != null) {
            claims.put("exp", endOf(statement.ends()));
        }
        claims.put("ltc", identifier.type().value());
        claims.put("ver", (long) identifier.version());
        claims.put("status", Map.of("status_list", statusReference(statement)));
        claims.put("_sd_alg", "sha-256");
        return claims;
    }

    private Map<String, Object> statusReference(LicenceStatement statement) {
        var reference = new LinkedHashMap<String, Object>();
        reference.put("idx", (long) statement.statusIndex());
        reference.put("uri", settings.issuer() + "/status-lists/" + statement.statusList());
        return reference;
    }

    /** In an object of their own, where no attribute of any licence can meet a claim of the token. */
    private static Map<String, Object> hidden(List<Disclosure> disclosures) {
        return Map.of("_sd", disclosures.stream().map(Disclosure::digest).toList());
    }

    /** A licence is valid through its last day. */
    private static long endOf(LocalDate lastDay) {
        return startOf(lastDay.plusDays(1));
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(CityTime.ZONE).toEpochSecond();
    }
}
