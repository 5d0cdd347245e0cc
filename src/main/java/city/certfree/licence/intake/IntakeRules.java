package city.certfree.licence.intake;

import city.certfree.kernel.FreeText;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.ChangeStatus;
import city.certfree.licence.Holder;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Department;
import city.certfree.registry.HolderKind;
import city.certfree.registry.LicenceType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a delivered licence must be, measured by the registry. Pure. */
final class IntakeRules {
    private static final int MAX_HOLDERS = 20;
    private static final int MAX_CHARACTERS = 128;

    private final Catalogue catalogue;
    private final LocalDate today;

    /** @param today Asia/Shanghai */
    IntakeRules(Catalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /** What is wrong with a licence; empty when it may be issued. */
    List<Flaw> flaws(NewLicence licence) {
        var type = catalogue.type(licence.type());
        if (type.isEmpty()) {
            return List.of(new Flaw("/type", "a licence type of the registry"));
        }
        var flaws = new ArrayList<Flaw>();
        ofNumbers(licence, type.get(), flaws);
        ofHolders(licence, type.get(), flaws);
        ofDates(licence, flaws);
        flaws.addAll(FaceAttributes.flaws(licence.attributes(), type.get()));
        return flaws;
    }

    private void ofNumbers(NewLicence licence, LicenceType type, List<Flaw> flaws) {
        var identifier = licence.identifier();
        var issuer = catalogue.department(type.issuer()).map(Department::creditCode);
        if (identifier != null && (!identifier.type().equals(type.code()) || !isOf(identifier, issuer))) {
            flaws.add(new Flaw("/identifier", "the type, and the code of the department that issues it"));
        }
        var number = licence.certificateNumber();
        if (number.isBlank()
                || number.codePointCount(0, number.length()) > MAX_CHARACTERS
                || !FreeText.isPrintable(number)) {
            flaws.add(new Flaw("/certificateNumber", "1 to 128 printable characters"));
        }
        var previous = licence.previous();
        if (previous != null && (!previous.type().equals(type.code()) || previous.equals(identifier))) {
            flaws.add(new Flaw("/previous", "another licence of the same type"));
        }
        var reason = licence.statusReason();
        if (reason != null && !ChangeStatus.isReason(reason)) {
            flaws.add(new Flaw("/statusReason", "1 to 200 printable characters"));
        }
    }

    private static boolean isOf(LicenceIdentifier identifier, Optional<String> issuer) {
        return issuer.filter(identifier.issuer()::equals).isPresent();
    }

    private static void ofHolders(NewLicence licence, LicenceType type, List<Flaw> flaws) {
        var holders = licence.holders();
        if (holders.isEmpty() || holders.size() > MAX_HOLDERS) {
            flaws.add(new Flaw("/holders", "1 to 20 holders"));
        }
        if (holders.stream().map(Holder::code).distinct().count() < holders.size()) {
            flaws.add(new Flaw("/holders", "no holder twice"));
        }
        for (int i = 0; i < holders.size(); i++) {
            if (!isKind(holders.get(i), type.holderKind())) {
                flaws.add(new Flaw("/holders/" + i + "/codeType", "a holder of the kind that the type has"));
            }
        }
    }

    private static boolean isKind(Holder holder, HolderKind kind) {
        return switch (kind) {
            case NATURAL_PERSON -> holder.code().type().isPerson();
            case LEGAL_ENTITY -> !holder.code().type().isPerson();
            case BOTH -> true;
        };
    }

    private void ofDates(NewLicence licence, List<Flaw> flaws) {
        if (licence.issuedOn().isAfter(today)) {
            flaws.add(new Flaw("/issuedOn", "a day that has come"));
        }
        var end = licence.validTo();
        if (end != null && end.isBefore(licence.validFrom())) {
            flaws.add(new Flaw("/validTo", "not before validFrom"));
        }
    }
}
