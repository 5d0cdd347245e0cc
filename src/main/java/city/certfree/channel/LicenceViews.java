package city.certfree.channel;

import city.certfree.kernel.CityTime;
import city.certfree.kernel.DepartmentCode;
import city.certfree.licence.Licence;
import city.certfree.licence.Masked;
import city.certfree.registry.Attribute;
import city.certfree.registry.LicenceType;
import city.certfree.registry.Registry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes of licences what answers show of them. */
@Singleton
public final class LicenceViews {

    private final Registry registry;
    private final Clock clock;

    LicenceViews(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** The day by which validity is judged. */
    public LocalDate today() {
        return CityTime.today(clock);
    }

    /** Everything in clear, with the attributes of these keys only. */
    public LicenceView inClear(Licence licence, LicenceType type, Set<String> fields) {
        return view(
                licence,
                type,
                licence.certificateNumber(),
                licence.holders().stream().map(HolderView::of).toList(),
                inTypeOrder(licence, type, fields));
    }

    /** The holders masked, with the attributes of these keys in clear. */
    public LicenceView shown(Licence licence, LicenceType type, Set<String> fields) {
        return view(
                licence, type, licence.certificateNumber(), maskedHolders(licence), inTypeOrder(licence, type, fields));
    }

    /** Everything masked, with every attribute. */
    public LicenceView masked(Licence licence, LicenceType type) {
        var attributes = new LinkedHashMap<String, String>();
        for (var attribute : type.attributes()) {
            var value = licence.attributes().get(attribute.key());
            if (value != null) {
                attributes.put(attribute.key(), masked(attribute, value));
            }
        }
        return view(licence, type, Masked.number(licence.certificateNumber()), maskedHolders(licence), attributes);
    }

    /** Which one it is and whose, masked, and nothing of what stands on it. */
    public LicenceView outside(Licence licence, LicenceType type) {
        return view(licence, type, Masked.number(licence.certificateNumber()), maskedHolders(licence), Map.of());
    }

    private static List<HolderView> maskedHolders(Licence licence) {
        return licence.holders().stream().map(HolderView::masked).toList();
    }

    /** A picture has no ends to keep; codes in Latin letters and digits are numbers; all else is read like a name. */
    private static String masked(Attribute attribute, String value) {
        return switch (attribute.type()) {
            case IMAGE -> "*";
            case NUMBER, DATE, DATETIME -> Masked.name(value);
            case STRING -> value.matches("[\\x21-\\x7e]+") ? Masked.number(value) : Masked.name(value);
        };
    }

    private static Map<String, String> inTypeOrder(Licence licence, LicenceType type, Set<String> fields) {
        var attributes = new LinkedHashMap<String, String>();
        for (var attribute : type.attributes()) {
            var value = licence.attributes().get(attribute.key());
            if (value != null && fields.contains(attribute.key())) {
                attributes.put(attribute.key(), value);
            }
        }
        return attributes;
    }

    private LicenceView view(
            Licence licence,
            LicenceType type,
            String certificateNumber,
            List<HolderView> holders,
            Map<String, String> attributes) {
        return new LicenceView(
                licence.identifier().value(),
                type.code().value(),
                type.name(),
                certificateNumber,
                holders,
                issuer(licence.issuer()),
                licence.issuedOn(),
                licence.validFrom(),
                licence.validTo(),
                licence.statusOn(today()).name(),
                licence.identifier().version(),
                attributes);
    }

    private NamedCode issuer(DepartmentCode code) {
        var name = registry.current()
                .catalogue()
                .department(code)
                .map(d -> d.name())
                .orElse(code.value());
        return new NamedCode(code.value(), name);
    }
}
