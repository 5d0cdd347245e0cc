package city.certfree.token;

import java.util.Set;

/** Signs licences as {@code licence+sd-jwt} (RFC 9901), and cuts them down to what a grant permits. */
public interface LicenceTokens {
    /** Signs with the issuing department's key; the token holds every disclosure. */
    SignedToken sign(LicenceStatement statement);

    /** The same JWS with only the disclosures of these names, and the closing tilde. */
    SignedToken present(SignedToken whole, Set<String> names);
}
