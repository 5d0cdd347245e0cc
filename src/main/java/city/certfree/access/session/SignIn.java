package city.certfree.access.session;

import city.certfree.access.account.ProveAccount;
import city.certfree.access.account.Throttle;
import city.certfree.access.session.Session.Subject;
import jakarta.inject.Singleton;

/** Signs a member of an office's staff in by name and password. */
@Singleton
public final class SignIn {
    private final ProveAccount proof;
    private final Throttle throttle;
    private final BeginSession session;

    SignIn(ProveAccount proof, Throttle throttle, BeginSession session) {
        this.proof = proof;
        this.throttle = throttle;
        this.session = session;
    }

    /**
     * Begins a session, if the password is the account's and not too many tries have failed.
     *
     * @param address where the try comes from: a network address as text
     */
    public SignInResult signIn(String name, String password, String address) {
        var subject = Throttle.account(name);
        var pause = throttle.pause(subject, address);
        if (pause.isPositive()) {
            return new SignInResult.TooManyAttempts(pause);
        }
        if (proof.prove(name, password).isEmpty()) {
            throttle.failed(subject, address);
            return new SignInResult.Refused();
        }
        var closedMeanwhile = throttle.pause(subject, address);
        if (closedMeanwhile.isPositive()) {
            return new SignInResult.TooManyAttempts(closedMeanwhile);
        }
        throttle.forget(subject);
        return session.begin(new Subject.OfAccount(name));
    }
}
