package city.certfree.demo.population;

import city.certfree.kernel.LicenceIdentifier;
import city.certfree.licence.LicenceStatus;
import city.certfree.licence.intake.NewLicence;
import city.certfree.registry.Catalogue;
import city.certfree.registry.LicenceType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes plausible licences, the same for the same holders, type and day. */
final class LicenceMaker {
    private static final String SERIAL_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int SERIAL_LENGTH = 20;

    /** Attributes that are the number of the licence on its face; the first that a type has is it. */
    private static final List<String> NUMBER_KEYS = List.of(
            "certNo",
            "licenseNo",
            "proofNo",
            "recordNo",
            "docNo",
            "reportNo",
            "cardNo",
            "regNo",
            "permitNo",
            "contractNo",
            "passportNo",
            "travelPermitNo",
            "policyNo",
            "settleNo",
            "caseNo",
            "patentNo",
            "archiveNo",
            "queryNo",
            "agreementNo",
            "medicalCode",
            "householdNo",
            "plateNo",
            "billNo",
            "studentNo",
            "idNo",
            "uscc");

    private final Catalogue catalogue;
    private final AttributeTemplates templates = AttributeTemplates.read();

    LicenceMaker(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A licence of this status on this day. */
    NewLicence make(LicenceType type, Cast cast, LicenceStatus status, LocalDate today) {
        var random = chance(type, cast);
        return make(type, cast, status, Term.fitting(status, type.validity(), today, random), Map.of(), random);
    }

    /** A valid licence with this term, some of whose attributes are given. */
    NewLicence make(LicenceType type, Cast cast, Term term, Map<String, String> given) {
        return make(type, cast, LicenceStatus.VALID, term, given, chance(type, cast));
    }

    /** The licence that replaces another from this day on: the next version, and otherwise the same. */
    NewLicence successor(NewLicence replaced, LicenceType type, LocalDate today) {
        var term = Term.starting(today, type.validity());
        var old = replaced.identifier();
        return new NewLicence(
                replaced.type(),
                old == null ? null : new LicenceIdentifier(old.type(), old.issuer(), old.serial(), old.version() + 1),
                replaced.certificateNumber(),
                replaced.holders(),
                term.issuedOn(),
                term.validFrom(),
                term.validTo(),
                LicenceStatus.VALID,
                null,
                replaced.attributes(),
                old);
    }

    private NewLicence make(
            LicenceType type,
            Cast cast,
            LicenceStatus status,
            Term term,
            Map<String, String> given,
            SplittableRandom random) {
        var department = catalogue.department(type.issuer()).orElseThrow();
        var serial = serial(type, cast);
        var attributes = new LinkedHashMap<String, String>();
        var scene = Scene.of(cast, term, department.name(), shortSerial(type, term, serial), random);
        for (var attribute : type.attributes()) {
            var alternatives = templates.of(type, attribute);
            var chosen = alternatives.get(random.nextInt(alternatives.size()));
            attributes.put(attribute.key(), scene.fill(given.getOrDefault(attribute.key(), chosen)));
        }
        return new NewLicence(
                type.code(),
                new LicenceIdentifier(type.code(), department.creditCode(), serial, 1),
                number(attributes, scene),
                cast.holders(),
                term.issuedOn(),
                term.validFrom(),
                term.validTo(),
                status,
                reason(status),
                attributes,
                null);
    }

    private static SplittableRandom chance(LicenceType type, Cast cast) {
        return Seed.of(type.code().value(), cast.holders().getFirst().code().value());
    }

    /** Of a chance of its own, which no day and no face can shift. */
    private static String serial(LicenceType type, Cast cast) {
        var random = Seed.of(
                "serial", type.code().value(), cast.holders().getFirst().code().value());
        var serial = new StringBuilder();
        while (serial.length() < SERIAL_LENGTH) {
            serial.append(SERIAL_CHARACTERS.charAt(random.nextInt(SERIAL_CHARACTERS.length())));
        }
        return serial.toString();
    }

    /** What an office might print: the kind, the year, and a few characters. */
    private static String shortSerial(LicenceType type, Term term, String serial) {
        var code = type.code().value();
        return "XN" + code.substring(code.length() - 3) + "-" + term.issuedOn().getYear() + "-"
                + serial.substring(0, 8);
    }

    private static String number(Map<String, String> attributes, Scene scene) {
        return NUMBER_KEYS.stream()
                .map(attributes::get)
                .filter(number -> number != null)
                .findFirst()
                .orElseGet(() -> scene.fill("{serial}"));
    }

    private static @Nullable String reason(LicenceStatus status) {
        return switch (status) {
            case VALID, NOT_YET_ACTIVE, EXPIRED -> null;
            case SUSPENDED -> "暂扣，核查中";
            case CANCELLED -> "持证主体申请注销";
            case REVOKED -> "违法情节严重，予以吊销";
            case WITHDRAWN -> "作出决定的依据有误，予以撤销";
            case SUPERSEDED -> "已换发新证";
            case TRANSFERRED_OUT -> "已办理转出";
            case RESTRICTED -> "限制使用";
        };
    }
}
