package city.certfree.access.session;

import java.time.Duration;

/** What comes of signing in. */
public sealed interface SignInResult {
    /** A new session has begun; its token is known to nobody else. */
    record SignedIn(SessionToken token) implements SignInResult {}

    /** It was not proved who this is; what was wrong is not told. */
    record Refused() implements SignInResult {}

    /** The password is right, and a one-time password is needed beside it. */
    record OneTimePasswordRequired() implements SignInResult {}

    /**
     * Nothing was checked, or the answer is withheld: too many tries have failed.
     *
     * @param pause how long to wait
     */
    record TooManyAttempts(Duration pause) implements SignInResult {}
}
