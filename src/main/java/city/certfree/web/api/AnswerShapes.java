package city.certfree.web.api;

import city.certfree.channel.HolderView;
import city.certfree.channel.LicenceView;
import city.certfree.channel.NamedCode;
import city.certfree.channel.share.ShareAnswer;
import io.micronaut.serde.annotation.SerdeImport;

/** Has the shapes of the channels' answers written as JSON: one definition for what is digested and what is sent. */
@SerdeImport(HolderView.class)
@SerdeImport(LicenceView.class)
@SerdeImport(NamedCode.class)
@SerdeImport(ShareAnswer.SharedLicence.class)
final class AnswerShapes {
    private AnswerShapes() {}
}
