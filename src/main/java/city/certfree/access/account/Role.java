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

    /** The name on the command line and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
