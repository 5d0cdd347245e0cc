package city.certfree.access.grant;

import city.certfree.access.client.Client;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.OfficeCode;

/**
 * To whom access is granted: the clerks of an office, or one system.
 *
 * @param code the office's code, or the system's client id
 */
public record Grantee(Kind kind, String code) {
    public Grantee {
        switch (kind) {
            case OFFICE -> new OfficeCode(code);
            case SYSTEM -> {
                if (!Client.isId(code)) {
                    throw InvalidValue.because("a grant is for the code of an office or the id of a client");
                }
            }
        }
    }

    public static Grantee office(OfficeCode office) {
        return new Grantee(Kind.OFFICE, office.value());
    }

    public static Grantee system(String clientId) {
        return new Grantee(Kind.SYSTEM, clientId);
    }

    /** What it is. */
    public enum Kind {
        OFFICE,
        SYSTEM
    }
}
