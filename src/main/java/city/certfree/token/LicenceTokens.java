package city.certfree.token;

import java.time.Instant;
import java.util.Set;

/** Signs licences as {@code licence+sd-jwt} (RFC 9901), and cuts them down to what a grant permits. */
public interface LicenceTokens {
    /** Signs with the issuing department's key; the token holds every disclosure. */
    SignedToken sign(LicenceStatement statement);

    /**
     * Judges a licence that its issuer signed itself: form, key of that department, signature, and that it says exactly what
     * this service would have said, in the claims and in the disclosures.
     *
     * @param expected what is to be said; when it was signed says the licence itself
     */
    Delivery check(String delivered, LicenceStatement expected, Instant now);

    /** The verdict on a licence that was delivered signed. */
    sealed interface Delivery {
        record Accepted(SignedToken token) implements Delivery {}

        record Refused(Objection objection) implements Delivery {}
    }

    /** What is wrong with a licence that was delivered signed. */
    enum Objection {
        /** Not a token of this form and type at all, or with a disclosure that it does not name. */
        MALFORMED,
        /** The key is not one of the department's, or the signature is not the key's, or it could not sign at that time. */
        FORGED,
        /** It is the department's, and says something else. */
        DISAGREES
    }

    /** The same JWS with only the disclosures of these names, and the closing tilde. */
    SignedToken present(SignedToken whole, Set<String> names);
}
