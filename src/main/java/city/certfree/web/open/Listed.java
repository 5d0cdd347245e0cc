package city.certfree.web.open;

import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.LicenceType;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import java.util.Optional;
import java.util.function.Function;

/** What a code in an address names; {@code not-found} for one that names nothing, well-formed or not. */
final class Listed {
    private Listed() {}

    static ExemptedItem item(Catalogue catalogue, String code) {
        return named(code, ItemCode::new, catalogue::item);
    }

    static LicenceType type(Catalogue catalogue, String code) {
        return named(code, LicenceTypeCode::new, catalogue::type);
    }

    private static <C, T> T named(String text, Function<String, C> code, Function<C, Optional<T>> catalogue) {
        try {
            return catalogue.apply(code.apply(text)).orElseThrow(Listed::notFound);
        } catch (InvalidValue noSuchCode) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}
