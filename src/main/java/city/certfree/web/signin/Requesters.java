package city.certfree.web.signin;

import city.certfree.access.Requester;
import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of whoever is signed in the one who asks on behalf of an office: clerks and systems may, nobody else. */
public final class Requesters {
    static final Set<Party> PARTIES = Set.of(Party.CLERK, Party.SYSTEM);

    private Requesters() {}

    /**
     * The requester.
     *
     * @param operator the caller's own id for its clerk; null when a system sends none; of a clerk it is the account, and
     *     whatever the request says is not taken
     * @throws ProblemException {@code role-forbidden} for everybody else
     */
    public static Requester of(Principal principal, @Nullable String operator) {
        return switch (principal) {
            case Principal.BusinessSystem(var clientId, var office, boolean issues) ->
                new Requester.BusinessSystem(clientId, office, operator);
            case Principal.Staff(var account, var role, var office)
            when role == Role.CLERK -> new Requester.Clerk(account, office);
            case Principal.Staff staff -> throw ProblemException.of(ProblemCode.ROLE_FORBIDDEN);
            case Principal.Citizen citizen -> throw ProblemException.of(ProblemCode.ROLE_FORBIDDEN);
        };
    }
}
