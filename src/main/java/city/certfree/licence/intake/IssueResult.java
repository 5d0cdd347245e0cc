package city.certfree.licence.intake;

import city.certfree.kernel.RecordId;
import city.certfree.licence.Licence;
import city.certfree.licence.LicenceStatus;
import java.util.List;

/** What came of an issuer's wish to issue or change a licence. */
public sealed interface IssueResult {
    /** A licence that the store did not have. */
    record Issued(Licence licence, RecordId record) implements IssueResult {}

    /** The next version; the one before is superseded. */
    record Changed(Licence licence, RecordId record) implements IssueResult {}

    /** Nothing was stored. */
    record Flawed(List<Flaw> flaws) implements IssueResult {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }

    /** Another issuer's type, or none that the registry lists. */
    record Foreign() implements IssueResult {}

    /** There is such a licence, and the issuer did not say which revision of it is to be changed. */
    record RevisionMissing() implements IssueResult {}

    /** The licence stands otherwise than the issuer believes. */
    record Overtaken() implements IssueResult {}

    /** The licence has ended in a way that lets nothing follow. */
    record Ended(LicenceStatus status) implements IssueResult {}
}
