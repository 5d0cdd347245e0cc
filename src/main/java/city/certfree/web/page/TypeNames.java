package city.certfree.web.page;

import city.certfree.kernel.LicenceTypeCode;
import city.certfree.registry.Catalogue;
import city.certfree.web.appearance.Words;

/** What kinds of licence are called. */
public final class TypeNames {
    private TypeNames() {}

    /** The name in the catalogue; the code of a kind that is no longer there. */
    public static Words of(LicenceTypeCode code, Catalogue catalogue) {
        return catalogue
                .type(code)
                .map(type -> new Words(type.name(), type.englishName()))
                .orElseGet(() -> new Words(code.value(), code.value()));
    }
}
