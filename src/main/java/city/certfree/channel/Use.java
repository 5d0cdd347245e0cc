package city.certfree.channel;

import city.certfree.access.Inquiry;
import city.certfree.access.Occasion;
import city.certfree.audit.LegalBasis;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.LicenceTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * What is being used, as far as it is known, when the use is recorded.
 *
 * @param type null when it never became known, as with a forged token
 * @param holder null when it never became known
 */
public record Use(
        Occasion occasion,
        LegalBasis basis,
        Channel channel,
        @Nullable LicenceTypeCode type,
        @Nullable HolderCode holder) {
    /** The use that an inquiry asks for. */
    public static Use of(Inquiry inquiry) {
        return new Use(inquiry.occasion(), inquiry.basis(), inquiry.channel(), inquiry.type(), inquiry.holder());
    }
}
