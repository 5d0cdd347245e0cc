package city.certfree.token.jose;

import city.certfree.audit.CanonicalJson;
import city.certfree.crypto.KeyRing;
import city.certfree.crypto.bc.JwkPublicKeySets;
import city.certfree.crypto.file.SampleKeys;
import city.certfree.crypto.json.Base64Url;
import city.certfree.kernel.RecordId;
import city.certfree.kernel.Sha256;
import city.certfree.token.AccessTokens;
import city.certfree.token.LicenceTokens;
import city.certfree.token.ShowTokens;
import city.certfree.token.SignedToken;
import city.certfree.token.TokenSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of {@code token} on the sample keys, for tests that need no bean context. */
public final class SampleTokens {
    /** 40 bytes, the longest issuer that is allowed. */
    public static final String ISSUER = "https://certfree.zaozhuang.example:44300";

    public static final Duration SKEW = Duration.ofSeconds(5);
    public static final TokenSettings SETTINGS = new TokenSettings(URI.create(ISSUER), SKEW);
    private static final KeyRing RING = SampleKeys.ring();

    private SampleTokens() {}

    public static ShowTokens show() {
        return show(RING);
    }

    static ShowTokens show(KeyRing ring) {
        return new JoseShowTokens(new OwnTokens(ring, SETTINGS));
    }

    /** A {@code receipt+jwt} as it was issued before there was a log. */
    public static SignedToken receipt(RecordId record, Instant at) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iat", at.getEpochSecond());
        claims.put("rid", record.toString());
        claims.put("out", "ACCEPTED");
        claims.put("dig", Base64Url.encode(Sha256.of().toBytes()));
        return new OwnTokens(RING, SETTINGS).sign(TokenType.RECEIPT, claims);
    }

    /** The sample keys as the service publishes them. */
    public static String keySet() {
        return CanonicalJson.text(Map.of("keys", RING.publicKeys()));
    }

    public static AccessTokens access() {
        return new JoseAccessTokens(
                new OwnTokens(RING, SETTINGS), new ClientAssertions(new JwkPublicKeySets(), SETTINGS));
    }

    static JoseStatusListTokens statusLists() {
        return new JoseStatusListTokens(new OwnTokens(RING, SETTINGS), RING, SETTINGS);
    }

    public static LicenceTokens licences() {
        return new JoseLicenceTokens(RING, SETTINGS);
    }
}
