package city.certfree.access.session;

import city.certfree.access.account.Principal;
import city.certfree.access.session.Session.Subject;
import city.certfree.kernel.HolderCode;
import jakarta.inject.Singleton;

/** Sessions of people whose sign-in is not what a test is about: as many as it wants, without a one-time password for each. */
@Singleton
public final class OpenedSessions {
    private final BeginSession session;

    OpenedSessions(BeginSession session) {
        this.session = session;
    }

    /** The token of a new session of an account. */
    public SessionToken ofAccount(String name) {
        return session.begin(new Subject.OfAccount(name)).token();
    }

    /** The token of a new session of a citizen. */
    public SessionToken ofCitizen(String number) {
        return session.begin(new Subject.OfCitizen(new Principal.Citizen(HolderCode.ofCitizen(number), null)))
                .token();
    }
}
