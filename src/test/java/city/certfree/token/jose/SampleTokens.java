package city.certfree.token.jose;

import city.certfree.crypto.KeyRing;
import city.certfree.crypto.bc.JwkPublicKeySets;
import city.certfree.crypto.file.SampleKeys;
import city.certfree.token.AccessTokens;
import city.certfree.token.LicenceTokens;
import city.certfree.token.Receipts;
import city.certfree.token.ShowTokens;
import city.certfree.token.TokenSettings;
import java.net.URI;
import java.time.Duration;

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

    public static Receipts receipts() {
        return new JoseReceipts(new OwnTokens(RING, SETTINGS));
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
