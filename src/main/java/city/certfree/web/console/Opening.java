package city.certfree.web.console;

import city.certfree.kernel.HolderCodeType;
import city.certfree.registry.ExemptedItem;
import city.certfree.web.page.Form;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * The form that opens a case, with what was typed into it.
 *
 * @param codeTypes the kinds of number that applicants may have; empty: no item is chosen yet
 * @param codeType the code of the kind that is chosen
 * @param code the applicant's number; empty: not yet asked
 * @param name the applicant's name; empty: not yet asked
 */
@Introspected
public record Opening(
        String caseNumber, String purpose, List<HolderCodeType> codeTypes, String codeType, String code, String name) {
    public Opening {
        codeTypes = List.copyOf(codeTypes);
    }

    static Opening nothing() {
        return new Opening("", "", List.of(), "", "", "");
    }

    static Opening of(ExemptedItem item) {
        var types = Applicants.codeTypes(item);
        var usual = types.contains(HolderCodeType.CITIZEN_NUMBER) ? HolderCodeType.CITIZEN_NUMBER : types.getFirst();
        return new Opening("", "办理" + item.name(), types, usual.code(), "", "");
    }

    static Opening of(ExemptedItem item, String caseNumber, Form form) {
        return new Opening(
                caseNumber,
                form.text("purpose"),
                Applicants.codeTypes(item),
                form.text("codeType"),
                form.text("code"),
                form.text("name"));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Opening";
    }
}
