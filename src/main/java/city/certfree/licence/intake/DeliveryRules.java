package city.certfree.licence.intake;

import city.certfree.kernel.LicenceIdentifier;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What an issuer may deliver: flawless licences of its own types, each under an identifier, since a delivery may come twice. */
final class DeliveryRules {
    private final IntakeRules intake;
    private final Predicate<LicenceTypeCode> own;
    private final Function<LicenceIdentifier, Optional<Standing>> standing;

    /**
     * @param own whether the issuer issues a type
     * @param standing where a licence of the store stands; empty when the store does not have it
     */
    DeliveryRules(
            IntakeRules intake,
            Predicate<LicenceTypeCode> own,
            Function<LicenceIdentifier, Optional<Standing>> standing) {
        this.intake = intake;
        this.own = own;
        this.standing = standing;
    }

    /** What is wrong with a licence; empty when it may be issued. Of a foreign type nothing else is said. */
    List<Flaw> flaws(NewLicence licence) {
        var identifier = licence.identifier();
        if (identifier == null) {
            return List.of(new Flaw("/identifier", "an identifier, by which a row that comes twice is known"));
        }
        if (!own.test(licence.type())) {
            return List.of(new Flaw("/identifier", "of a type that the office issues"));
        }
        var flaws = new ArrayList<>(intake.flaws(licence));
        if (flaws.isEmpty() && followsOneThatCounts(identifier)) {
            flaws.add(new Flaw("/identifier", "of a version whose predecessor is superseded: PUT changes a licence"));
        }
        return flaws;
    }

    private boolean followsOneThatCounts(LicenceIdentifier next) {
        if (next.version() == 1) {
            return false;
        }
        var before = new LicenceIdentifier(next.type(), next.issuer(), next.serial(), next.version() - 1);
        return standing.apply(before)
                .filter(now -> now.status() != LicenceStatus.SUPERSEDED)
                .isPresent();
    }

    /** The identifier of a licence that these rules have passed. */
    static LicenceIdentifier identifier(NewLicence licence) {
        return Objects.requireNonNull(licence.identifier());
    }
}
