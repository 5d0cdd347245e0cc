package city.certfree.web.api;

import city.certfree.access.Inquiry;
import city.certfree.access.account.Principal;
import city.certfree.audit.LegalBasis;
import city.certfree.kernel.Channel;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.web.input.FieldErrors;

/** What SHARE, VERIFY and LOOKUP say alike. */
interface InquiryRequest extends OccasionRequest {
    String licenceTypeCode();

    HolderRequest holder();

    /**
     * The inquiry of whoever is signed in.
     *
     * @throws city.certfree.web.problem.ProblemException with every field that is wrong
     */
    default Inquiry toInquiry(Principal principal, Channel channel, FieldErrors errors) {
        var occasion = toOccasion(principal, errors);
        var type = errors.read("/licenceTypeCode", () -> new LicenceTypeCode(licenceTypeCode()));
        var holder = holder().toHolderCode(errors);
        var name = holder().toName(errors);
        errors.check();
        return new Inquiry(
                occasion.orElseThrow(),
                LegalBasis.EX_OFFICIO,
                channel,
                type.orElseThrow(),
                holder.orElseThrow(),
                name.orElseThrow());
    }
}
