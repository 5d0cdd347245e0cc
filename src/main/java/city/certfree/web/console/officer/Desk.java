package city.certfree.web.console.officer;

import city.certfree.access.account.Principal;
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
public record Desk(String account, String csrf, Map<String, String> pages) {
    public Desk {
        pages = Collections.unmodifiableMap(new LinkedHashMap<>(pages));
    }

    static Desk of(Principal.Staff officer, CsrfToken csrf, HttpRequest<?> request) {
        var page =
                switch (officer.role()) {
                    case SUPERVISOR -> Map.of("/supervision", "预警");
                    case AUDITOR -> Map.of("/audit", "证据日志");
                    case CITIZEN, CLERK, ISSUER, SYSADMIN, SECADMIN -> Map.of("/access", "授权");
                };
        return new Desk(officer.account(), csrf.of(request), page);
    }
}
