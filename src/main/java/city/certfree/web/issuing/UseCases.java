package city.certfree.web.issuing;

import city.certfree.licence.ChangeStatus;
import city.certfree.licence.ReadStanding;
import city.certfree.licence.intake.IssueLicence;
import city.certfree.licence.intake.ReserveEntry;
import jakarta.inject.Singleton;

/** What an issuer can do. */
@Singleton
final class UseCases {
    final IssueLicence issueLicence;
    final ChangeStatus changeStatus;
    final ReadStanding readStanding;
    final ReserveEntry reserveEntry;

    UseCases(
            IssueLicence issueLicence,
            ChangeStatus changeStatus,
            ReadStanding readStanding,
            ReserveEntry reserveEntry) {
        this.issueLicence = issueLicence;
        this.changeStatus = changeStatus;
        this.readStanding = readStanding;
        this.reserveEntry = reserveEntry;
    }
}
