package city.certfree.token;

import city.certfree.kernel.DepartmentCode;
import city.certfree.kernel.LicenceIdentifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer signs about a licence: the claims everybody sees, and the disclosures, each of its own.
 *
 * @param issuedAt when it is signed
 * @param begins the first day of validity
 * @param ends the last day of validity; null: no end
 * @param statusList the number of its status list
 * @param statusIndex its place in that list
 * @param disclosures name to value: every face attribute by its key, {@code certificateNumber}, and for each holder n, from
 *     1, {@code holder.n.codeType}, {@code holder.n.code} and {@code holder.n.name}
 */
public record LicenceStatement(
        LicenceIdentifier identifier,
        DepartmentCode issuer,
        Instant issuedAt,
        LocalDate begins,
        @Nullable LocalDate ends,
        long statusList,
        int statusIndex,
        Map<String, String> disclosures) {
    public LicenceStatement {
        disclosures = Map.copyOf(new TreeMap<>(disclosures));
    }
}
