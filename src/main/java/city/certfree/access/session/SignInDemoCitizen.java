package city.certfree.access.session;

import city.certfree.access.account.DemoGate;
import city.certfree.access.account.Principal;
import city.certfree.access.session.Session.Subject;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import jakarta.inject.Singleton;

/** Signs a demo person in by nothing but the number, where the demo is open. Nobody real has a number of that district. */
@Singleton
public final class SignInDemoCitizen {
    /** A district code that GB/T 2260 assigns to no district. */
    private static final String DEMO_DISTRICT = "370499";

    private final DemoGate demo;
    private final BeginSession session;

    SignInDemoCitizen(DemoGate demo, BeginSession session) {
        this.demo = demo;
        this.session = session;
    }

    /** Begins a session, unless the demo is closed or the number is none of a demo person. */
    public SignInResult signIn(HolderCode holder) {
        boolean demoPerson =
                holder.type() == HolderCodeType.CITIZEN_NUMBER && holder.value().startsWith(DEMO_DISTRICT);
        if (!demoPerson || !demo.isOpen()) {
            return new SignInResult.Refused();
        }
        return session.begin(new Subject.OfCitizen(new Principal.Citizen(holder, null)));
    }
}
