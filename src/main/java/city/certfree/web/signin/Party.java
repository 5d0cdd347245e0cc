package city.certfree.web.signin;

import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of callers that the rules of routes tell apart. */
public enum Party {
    CITIZEN,
    CLERK,
    ISSUER,
    SUPERVISOR,
    AUDITOR,
    SYSADMIN,
    SECADMIN,
    SYSTEM;

    static Party of(Principal principal) {
        return switch (principal) {
            case Principal.Citizen citizen -> CITIZEN;
            case Principal.BusinessSystem system -> SYSTEM;
            case Principal.Staff staff -> of(staff.role());
        };
    }

    /** Those who can stand behind a parameter of this type. */
    static Set<Party> behind(Class<?> parameter) {
        if (parameter == Principal.Citizen.class) {
            return EnumSet.of(CITIZEN);
        }
        if (parameter == Principal.BusinessSystem.class) {
            return EnumSet.of(SYSTEM);
        }
        return parameter == Principal.Staff.class ? EnumSet.range(CLERK, SECADMIN) : EnumSet.allOf(Party.class);
    }

    private static Party of(Role role) {
        return switch (role) {
            case CLERK -> CLERK;
            case ISSUER -> ISSUER;
            case SUPERVISOR -> SUPERVISOR;
            case AUDITOR -> AUDITOR;
            case SYSADMIN -> SYSADMIN;
            case SECADMIN -> SECADMIN;
            case CITIZEN -> CITIZEN;
        };
    }
}
