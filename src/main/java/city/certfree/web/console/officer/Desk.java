package city.certfree.web.console.officer;

import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.web.appearance.Words;
import city.certfree.web.signin.CsrfToken;
import io.micronaut.http.HttpRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who works, and where he or she may go.
 *
 * @param csrf what the forms carry
 * @param pages their names by their addresses, in order
 */
public record Desk(String account, String csrf, Map<String, Words> pages) {
    public Desk {
        pages = Collections.unmodifiableMap(new LinkedHashMap<>(pages));
    }

    static Desk of(Principal.Staff officer, CsrfToken csrf, HttpRequest<?> request) {
        return new Desk(officer.account(), csrf.of(request), pages(officer.role()));
    }

    /** The pages of a role; those of the command line have none. */
    static Map<String, Words> pages(Role role) {
        return switch (role) {
            case CLERK, ISSUER, SECADMIN -> Map.of("/access", new Words("授权", "Grants"));
            case SUPERVISOR -> Map.of("/supervision", new Words("预警", "Alarms"));
            case AUDITOR -> Map.of("/audit", new Words("证据日志", "Evidence logs"));
            case SYSADMIN, CITIZEN -> Map.of();
        };
    }
}
