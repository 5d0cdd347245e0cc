package city.certfree.web.signin;

import city.certfree.access.Issuer;
import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import java.util.Set;

/** Makes of whoever is signed in the one who issues on behalf of an office: the role issuer and issuing systems, nobody else. */
public final class Issuers {
    /** Not every system may issue: which one may is found out when it calls. */
    static final Set<Party> PARTIES = Set.of(Party.ISSUER, Party.SYSTEM);

    private Issuers() {}

    /**
     * The issuer.
     *
     * @throws ProblemException {@code role-forbidden} for everybody else
     */
    public static Issuer of(Principal principal) {
        return switch (principal) {
            case Principal.Staff(var account, var role, var office)
            when role == Role.ISSUER -> new Issuer(office, account);
            case Principal.BusinessSystem(var clientId, var office, boolean issues)
            when issues -> new Issuer(office, clientId);
            case Principal.Staff _, Principal.BusinessSystem _, Principal.Citizen _ ->
                throw ProblemException.of(ProblemCode.ROLE_FORBIDDEN);
        };
    }
}
