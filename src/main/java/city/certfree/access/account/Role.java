package city.certfree.access.account;

import java.util.Locale;

/** What an account may do. An account has exactly one role. */
public enum Role {
    CLERK,
    ISSUER,
    SUPERVISOR,
    AUDITOR,
    SYSADMIN,
    SECADMIN,
    CITIZEN;

    /** Whether whoever has it sees or changes what others do, and so signs in with a second factor. */
    public boolean needsSecondFactor() {
        return switch (this) {
            case SUPERVISOR, AUDITOR, SYSADMIN, SECADMIN -> true;
            case CLERK, ISSUER, CITIZEN -> false;
        };
    }

    /** The name on the command line and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
