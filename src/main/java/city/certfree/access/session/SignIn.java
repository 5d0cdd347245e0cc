package city.certfree.access.session;

import city.certfree.access.account.ProveAccount;
import city.certfree.access.account.Throttle;
import city.certfree.access.session.Session.Subject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Signs a member of an office's staff in by name and password, and by a one-time password where a second factor is set. */
@Singleton
public final class SignIn {
    private final ProveAccount proof;
    private final ProveSecondFactor secondFactor;
    private final Throttle throttle;
    private final BeginSession session;

    SignIn(ProveAccount proof, ProveSecondFactor secondFactor, Throttle throttle, BeginSession session) {
        this.proof = proof;
        this.secondFactor = secondFactor;
        this.throttle = throttle;
        this.session = session;
    }

    /**
     * Begins a session, if the password is the account's and not too many tries have failed. A wrong one-time password counts
     * and is answered like a wrong password.
     *
     * @param oneTimePassword not looked at where no second factor is set; null: none was typed
     * @param address where the try comes from: a network address as text
     */
    public SignInResult signIn(String name, String password, @Nullable String oneTimePassword, String address) {
        var subject = Throttle.account(name);
        var pause = throttle.pause(subject, address);
        if (pause.isPositive()) {
            return new SignInResult.TooManyAttempts(pause);
        }
        var proved = proof.prove(name, password)
                .map(account -> secondFactor.prove(account, oneTimePassword))
                .orElse(ProveSecondFactor.Result.WRONG);
        if (proved == ProveSecondFactor.Result.WRONG) {
            throttle.failed(subject, address);
            return new SignInResult.Refused();
        }
        var closedMeanwhile = throttle.pause(subject, address);
        if (closedMeanwhile.isPositive()) {
            return new SignInResult.TooManyAttempts(closedMeanwhile);
        }
        if (proved == ProveSecondFactor.Result.MISSING) {
            return new SignInResult.OneTimePasswordRequired();
        }
        throttle.forget(subject);
        return session.begin(new Subject.OfAccount(name));
    }
}
