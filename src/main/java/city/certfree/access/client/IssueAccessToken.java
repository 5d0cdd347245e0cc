package city.certfree.access.client;

import city.certfree.access.account.Throttle;
import city.certfree.token.AccessTokens;
import city.certfree.token.SignedToken;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Gives a system that proves itself an access token (RFC 6749, section 4.4). */
@Singleton
public final class IssueAccessToken {
    private final ProveClient proof;
    private final Throttle throttle;
    private final AccessTokens tokens;
    private final Clock clock;

    IssueAccessToken(ProveClient proof, Throttle throttle, AccessTokens tokens, Clock clock) {
        this.proof = proof;
        this.throttle = throttle;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Issues a token, if the proof holds and not too many have failed.
     *
     * @param address where the request comes from: a network address as text
     */
    public Result issue(ClientProof claimed, String address) {
        var subject = Throttle.client(claimed.clientId(), address);
        var pause = throttle.pause(subject, address);
        if (pause.isPositive()) {
            return new Result.TooManyAttempts(pause);
        }
        var now = clock.instant();
        if (!proof.proves(claimed, now)) {
            throttle.failed(subject, address);
            return new Result.Refused();
        }
        return new Result.Issued(tokens.issue(claimed.clientId(), now));
    }

    /** What came of it. */
    public sealed interface Result {
        record Issued(SignedToken token) implements Result {}

        /** The client is not proved; what was wrong is not told. */
        record Refused() implements Result {}

        /**
         * Nothing was checked: too many tries have failed.
         *
         * @param pause how long to wait
         */
        record TooManyAttempts(Duration pause) implements Result {}
    }
}
