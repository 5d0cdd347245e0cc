package city.certfree.token.jose;

import city.certfree.crypto.KeyRing;
import city.certfree.kernel.CityTime;
import city.certfree.token.LicenceStatement;
import city.certfree.token.LicenceTokens;
import city.certfree.token.SignedToken;
import city.certfree.token.TokenSettings;
import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectBuilder;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code licence+sd-jwt} (RFC 9901). */
@Singleton
final class JoseLicenceTokens implements LicenceTokens {

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
                .map(claim -> new Disclosure(claim.getKey(), claim.getValue()))
                .sorted(Comparator.comparing(Disclosure::digest))
                .toList();
        var jws = Jws.sign(TokenType.LICENCE, claims(statement, disclosures), keys.issuer(statement.issuer()));
        return new SignedToken(new SDJWT(jws, disclosures).toString());
    }

    @Override
    public SignedToken present(SignedToken whole, Set<String> names) {
        var licence = SDJWT.parse(whole.text());
        var permitted = licence.getDisclosures().stream()
                .filter(disclosure -> names.contains(disclosure.getClaimName()))
                .toList();
        return new SignedToken(new SDJWT(licence.getCredentialJwt(), permitted).toString());
    }

    private Map<String, Object> claims(LicenceStatement statement, List<Disclosure> disclosures) {
        var identifier = statement.identifier();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", settings.issuer() + "/issuers/" + statement.issuer());
        claims.put("sub", identifier.value());
        claims.put("iat", statement.issuedAt().getEpochSecond());
        if (statement.ends() != null) {
            claims.put("exp", endOf(statement.ends()));
        }
        claims.put("ltc", identifier.type().value());
        claims.put("ver", identifier.version());
        claims.put("status", Map.of("status_list", statusReference(statement)));
        claims.put("_sd_alg", "sha-256");
        claims.put("licence", hidden(disclosures));
        return claims;
    }

    private Map<String, Object> statusReference(LicenceStatement statement) {
        var reference = new LinkedHashMap<String, Object>();
        reference.put("idx", statement.statusIndex());
        reference.put("uri", settings.issuer() + "/status-lists/" + statement.statusList());
        return reference;
    }

    /** In an object of their own, where no attribute of any licence can meet a claim of the token. */
    private static Map<String, Object> hidden(List<Disclosure> disclosures) {
        var object = new SDObjectBuilder();
        object.putSDClaims(disclosures);
        return object.build();
    }

    /** A licence is valid through its last day. */
    private static long endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(CityTime.ZONE).toEpochSecond();
    }
}
