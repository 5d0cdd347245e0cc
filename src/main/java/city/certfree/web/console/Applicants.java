package city.certfree.web.console;

import city.certfree.kernel.HolderCodeType;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.HolderKind;
import city.certfree.web.appearance.Language;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import java.util.List;
import java.util.Optional;

/** For whom a case is opened: whoever the item is for. May be left empty, and is then asked for with the first material. */
final class Applicants {
    private static final String PERSONS = "个人";
    private static final String ORGANISATIONS = "法人";

    private Applicants() {}

    /** The kinds of number that applicants for the item have, the usual one first. */
    static List<HolderCodeType> codeTypes(ExemptedItem item) {
        var kind = item.audience().equals(PERSONS)
                ? HolderKind.NATURAL_PERSON
                : item.audience().equals(ORGANISATIONS) ? HolderKind.LEGAL_ENTITY : HolderKind.BOTH;
        return Questions.codeTypes(kind);
    }

    /** What is wrong with the number that was typed; empty: nothing, or no number. */
    static Optional<Mistake> mistake(Form form, Language in) {
        var number = form.number("code");
        var type = HolderCodeType.of(form.text("codeType"));
        return number.isEmpty() || type.flatMap(t -> Questions.code(t, number)).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Mistake(
                                "code",
                                in.of(
                                        "申请人的证件号码不对，请逐位核对，或者先留空。",
                                        "The applicant's number is not right. Check it one by one, or leave it empty for now.")));
    }
}
