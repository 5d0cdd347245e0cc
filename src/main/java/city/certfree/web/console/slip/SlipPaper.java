package city.certfree.web.console.slip;

import city.certfree.audit.AccessRecord;
import city.certfree.audit.Outcome;
import city.certfree.channel.slip.Slip;
import city.certfree.licence.Masked;
import city.certfree.registry.Catalogue;
import city.certfree.web.QrSvg;
import city.certfree.web.page.Ending;
import city.certfree.web.page.Wording;

/**
 * What stands on a slip, in words.
 *
 * @param reprint how often the use had been printed before; 0 on the first slip
 * @param holder the number, masked; of a use whose holder never became known, a dash
 * @param type the kind of licence; a dash where it never became known
 * @param personUnchecked whether the use says nothing of who stood at the counter
 * @param proofUrl the address of the public proof, which {@code qrSvg} holds, too
 */
public record SlipPaper(
        String recordId,
        int reprint,
        Ending ending,
        String office,
        String item,
        String type,
        String holder,
        String caseNumber,
        String channel,
        String at,
        boolean personUnchecked,
        String proofUrl,
        String qrSvg) {
    private static final String UNKNOWN = "-";

    static SlipPaper of(Slip slip, Catalogue catalogue, String publicUrl) {
        var use = slip.use();
        var url = publicUrl + "/proof/" + use.id();
        return new SlipPaper(
                use.id().toString(),
                slip.reprint(),
                Ending.of(use.outcome()),
                catalogue
                        .office(use.office())
                        .map(o -> o.name())
                        .orElse(use.office().value()),
                catalogue.item(use.item()).map(i -> i.name()).orElse(use.item().value()),
                type(use, catalogue),
                use.holder() == null ? UNKNOWN : Masked.number(use.holder().value()),
                use.caseNumber().value(),
                Wording.of(use.channel()),
                Wording.moment(use.at()),
                use.outcome() == Outcome.ACCEPTED,
                url,
                QrSvg.of(url));
    }

    private static String type(AccessRecord use, Catalogue catalogue) {
        var type = use.type();
        return type == null ? UNKNOWN : catalogue.type(type).map(t -> t.name()).orElse(type.value());
    }
}
