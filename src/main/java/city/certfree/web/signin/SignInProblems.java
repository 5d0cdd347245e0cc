package city.certfree.web.signin;

import city.certfree.access.session.SessionToken;
import city.certfree.access.session.SignInResult;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How failed sign-ins are answered, of people and systems. */
public final class SignInProblems {
    private SignInProblems() {}

    /**
     * The new session's token.
     *
     * @throws ProblemException {@code not-signed-in}, {@code otp-required} or {@code too-many-attempts} when there is none
     */
    public static SessionToken tokenOf(SignInResult result) {
        return switch (result) {
            case SignInResult.SignedIn(var token) -> token;
            case SignInResult.Refused refused -> throw ProblemException.of(ProblemCode.NOT_SIGNED_IN);
            case SignInResult.OneTimePasswordRequired required -> throw ProblemException.of(ProblemCode.OTP_REQUIRED);
            case SignInResult.TooManyAttempts(var pause) -> throw tooManyAttempts(pause);
        };
    }

    /** Says when to try again, in whole seconds, rounded up: a try after them is not too early. */
    public static ProblemException tooManyAttempts(Duration pause) {
        long seconds = pause.plusSeconds(1).minusNanos(1).toSeconds();
        return new ProblemException(
                ProblemCode.TOO_MANY_ATTEMPTS,
                "",
                List.of(),
                Map.of("Retry-After", seconds, "RateLimit", "\"sign-in\";r=0;t=" + seconds));
    }
}
