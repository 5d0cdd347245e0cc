package city.certfree.web.phone.complaint;

import city.certfree.kernel.ItemCode;
import city.certfree.kernel.RecordId;
import city.certfree.registry.Catalogue;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.ServiceOffice;
import city.certfree.supervision.complaint.ComplaintText;
import city.certfree.supervision.complaint.Grievance;
import city.certfree.supervision.complaint.MaterialName;
import city.certfree.web.appearance.Language;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import city.certfree.web.page.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a form says: a complaint, or something to correct first. */
sealed interface ComplaintForm {
    /**
     * A complaint.
     *
     * @param text null: nothing
     */
    record Said(Grievance about, @Nullable ComplaintText text) implements ComplaintForm {}

    /** The form about paper is to be shown again. */
    record ToCorrect(ExemptedItem item, List<Mistake> mistakes) implements ComplaintForm {}

    /** What is said to a use cannot be kept. */
    record TextRefused() implements ComplaintForm {}

    /** It names neither a use nor an item of the registry. */
    record Unreadable() implements ComplaintForm {}

    /** Reads either form by its kind. */
    static ComplaintForm read(Form form, Catalogue catalogue, Language in) {
        return form.text("kind").equals(Grievance.Kind.NOT_ME.name()) ? notMe(form) : paper(form, catalogue, in);
    }

    /** What is asked of a text that cannot be kept. */
    static String tooMuch(Language in) {
        return in.of("说明请不要超过 200 个字，不要写身份证号。", "Say it in up to 200 characters, without your citizen number.");
    }

    private static ComplaintForm notMe(Form form) {
        var text = Typed.as(ComplaintText::new, form.text("text"));
        if (text.isEmpty() && !form.text("text").isEmpty()) {
            return new TextRefused();
        }
        return Typed.as(RecordId::parse, form.text("recordId"))
                .<ComplaintForm>map(use -> new Said(new Grievance.NotMe(use), text.orElse(null)))
                .orElseGet(Unreadable::new);
    }

    private static ComplaintForm paper(Form form, Catalogue catalogue, Language in) {
        return Typed.as(ItemCode::new, form.text("itemCode"))
                .flatMap(catalogue::item)
                .map(item -> paper(form, item, PaperForm.office(catalogue, form.text("officeCode")), in))
                .orElseGet(Unreadable::new);
    }

    /** A chosen material stands before one in other words: the field for those is hidden then. */
    private static ComplaintForm paper(Form form, ExemptedItem item, Optional<ServiceOffice> office, Language in) {
        var mistakes = new ArrayList<Mistake>();
        boolean chosen = !form.text("material").isEmpty();
        var material = chosen ? form.text("material") : form.text("other");
        var named = Typed.as(MaterialName::new, material);
        if (named.isEmpty() && !material.isEmpty()) {
            mistakes.add(new Mistake(
                    "other",
                    in.of(
                            "材料名称请不要超过 100 个字，不要写身份证号。",
                            "Name the paper in up to 100 characters, without your citizen number.")));
        }
        var text = Typed.as(ComplaintText::new, form.text("text"));
        if (text.isEmpty() && !form.text("text").isEmpty()) {
            mistakes.add(new Mistake("text", tooMuch(in)));
        }
        if (!mistakes.isEmpty()) {
            return new ToCorrect(item, mistakes);
        }
        var where = office.map(ServiceOffice::code).orElse(null);
        return new Said(new Grievance.AskedForPaper(item.code(), where, named.orElse(null)), text.orElse(null));
    }
}
