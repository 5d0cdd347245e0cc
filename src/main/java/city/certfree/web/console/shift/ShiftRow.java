package city.certfree.web.console.shift;

import city.certfree.audit.AccessRecord;
import city.certfree.kernel.Channel;
import city.certfree.licence.Masked;
import city.certfree.registry.Catalogue;
import city.certfree.web.appearance.Words;
import city.certfree.web.page.Ending;
import city.certfree.web.page.TypeNames;
import city.certfree.web.page.Wording;

/**
 * One use of a clerk's day, in words.
 *
 * @param at city time
 * @param holder the number, masked; empty when it never became known
 * @param type the kind of licence; empty text when it never became known
 */
public record ShiftRow(
        String recordId,
        String at,
        String item,
        String caseNumber,
        Words type,
        Channel channel,
        String holder,
        Ending ending) {
    static ShiftRow of(AccessRecord use, Catalogue catalogue) {
        var type = use.type();
        var holder = use.holder();
        return new ShiftRow(
                use.id().toString(),
                Wording.moment(use.at()),
                catalogue.item(use.item()).map(i -> i.name()).orElse(use.item().value()),
                use.caseNumber().value(),
                type == null ? Words.inChinese("") : TypeNames.of(type, catalogue),
                use.channel(),
                holder == null ? "" : Masked.number(holder.value()),
                Ending.of(use.outcome()));
    }
}
