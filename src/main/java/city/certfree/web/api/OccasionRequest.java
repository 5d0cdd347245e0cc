package city.certfree.web.api;

import city.certfree.access.Occasion;
import city.certfree.access.account.Principal;
import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.Purpose;
import city.certfree.web.input.FieldErrors;
import city.certfree.web.signin.Requesters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every use says of its occasion. */
interface OccasionRequest {
    String itemCode();

    String caseNumber();

    String purpose();

    @Nullable String operator();

    /** The occasion; empty when a field is wrong, which is then noted. */
    default Optional<Occasion> toOccasion(Principal principal, FieldErrors errors) {
        var requester = Requesters.of(principal, Operator.check(operator(), errors));
        var item = errors.read("/itemCode", () -> new ItemCode(itemCode()));
        var caseNumber = errors.read("/caseNumber", () -> new CaseNumber(caseNumber()));
        var purpose = errors.read("/purpose", () -> new Purpose(purpose()));
        return item.flatMap(i -> caseNumber.flatMap(c -> purpose.map(p -> new Occasion(requester, i, c, p))));
    }

    /** A system's own id for its clerk: an id and no name, and certainly no identity number. */
    final class Operator {
        private Operator() {}

        static @Nullable String check(@Nullable String operator, FieldErrors errors) {
            return errors.readOptional("/operator", operator, given -> {
                        if (!given.matches("[0-9A-Za-z._@-]{1,64}") || given.matches(".*[0-9]{17}[0-9Xx].*")) {
                            throw InvalidValue.because(
                                    "an operator is an id of 1 to 64 characters of 0-9 A-Z a-z . _ @ -, no identity number");
                        }
                        return given;
                    })
                    .orElse(null);
        }
    }
}
