package city.certfree.access.window;

import java.time.Duration;

/** What comes of the try to go on with a locked session. */
public sealed interface UnlockResult {
    /** The session goes on. */
    record Unlocked() implements UnlockResult {}

    /** It is not the password of whoever signed in. */
    record Refused() implements UnlockResult {}

    /**
     * Nothing was checked, or the answer is withheld: too many tries have failed.
     *
     * @param pause how long to wait
     */
    record TooManyAttempts(Duration pause) implements UnlockResult {}

    /** There is no such session any more: only a sign-in goes on. */
    record Over() implements UnlockResult {}
}
