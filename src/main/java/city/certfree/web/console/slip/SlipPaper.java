package city.certfree.web.console.slip;

import city.certfree.audit.Outcome;
import city.certfree.channel.slip.Slip;
import city.certfree.kernel.Channel;
import city.certfree.licence.Masked;
import city.certfree.registry.Catalogue;
import city.certfree.web.QrSvg;
import city.certfree.web.appearance.Language;
import city.certfree.web.appearance.Words;
import city.certfree.web.page.Ending;
import city.certfree.web.page.TypeNames;
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
        Words type,
        String holder,
        String caseNumber,
        Channel channel,
        String at,
        boolean personUnchecked,
        String proofUrl,
        String qrSvg) {
    private static final String UNKNOWN = "-";

    static SlipPaper of(Slip slip, Catalogue catalogue, String publicUrl, Language in) {
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
                use.type() == null ? new Words(UNKNOWN, UNKNOWN) : TypeNames.of(use.type(), catalogue),
                use.holder() == null ? UNKNOWN : Masked.number(use.holder().value()),
                use.caseNumber().value(),
                use.channel(),
                Wording.moment(use.at()),
                use.outcome() == Outcome.ACCEPTED,
                url,
                QrSvg.of(url, in.of("二维码", "QR code")));
    }
}
