package city.certfree.channel.verify;

import city.certfree.channel.HolderName;
import city.certfree.channel.verify.VerifyAnswer.Comparison;
import city.certfree.channel.verify.VerifyResult.Unclaimable;
import city.certfree.licence.Licence;
import city.certfree.registry.Attribute;
import city.certfree.registry.AttributeType;
import city.certfree.registry.LicenceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the applicant states of a licence: values by key, each in any usual spelling.
 *
 * @param values by attribute key, and the certificate's number under {@link #CERTIFICATE_NUMBER}
 */
record Claims(Map<String, String> values) {
    static final String CERTIFICATE_NUMBER = "certificateNumber";

    private static final List<DateTimeFormatter> DATES = List.of(
            strict("uuuu-MM-dd"), strict("uuuuMMdd"), strict("uuuu年M月d日"), strict("uuuu/M/d"), strict("uuuu.M.d"));

    Claims {
        values = Map.copyOf(values);
    }

    /** The first claim that cannot be compared; empty when all can. */
    Optional<Unclaimable> unclaimable(LicenceType type) {
        return values.entrySet().stream()
                .filter(c -> !c.getKey().equals(CERTIFICATE_NUMBER))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(c -> unclaimable(type, c.getKey(), c.getValue()).stream())
                .findFirst();
    }

    private static Optional<Unclaimable> unclaimable(LicenceType type, String key, String value) {
        var attribute = type.attribute(key);
        if (attribute.isEmpty()) {
            return Optional.of(new Unclaimable(key, false, "the licence type has no such attribute"));
        }
        return switch (attribute.get().type()) {
            case STRING -> Optional.empty();
            case IMAGE -> Optional.of(new Unclaimable(key, true, "a picture cannot be claimed"));
            case NUMBER -> refuseUnless(canonical(AttributeType.NUMBER, value), key, "a decimal number");
            case DATE -> refuseUnless(canonical(AttributeType.DATE, value), key, "a date such as 2026-11-23");
            case DATETIME ->
                refuseUnless(canonical(AttributeType.DATETIME, value), key, "a time such as 2026-11-23T08:30");
        };
    }

    private static Optional<Unclaimable> refuseUnless(Optional<String> canonical, String key, String rule) {
        return canonical.isPresent() ? Optional.empty() : Optional.of(new Unclaimable(key, true, rule));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Optional<String> certificateNumber() {
        return Optional.ofNullable(values.get(CERTIFICATE_NUMBER));
    }

    /** Whether the licence bears the claimed certificate number. */
    boolean isNumberOf(Licence licence) {
        return certificateNumber()
                .filter(n -> HolderName.normal(n).equals(HolderName.normal(licence.certificateNumber())))
                .isPresent();
    }

    /** Compares every claim; an attribute that the licence lacks differs from every claim. */
    Map<String, Comparison> compare(Licence licence, LicenceType type) {
        var fields = new LinkedHashMap<String, Comparison>();
        if (certificateNumber().isPresent()) {
            fields.put(CERTIFICATE_NUMBER, comparison(isNumberOf(licence)));
        }
        for (var attribute : type.attributes()) {
            var claimed = values.get(attribute.key());
            if (claimed != null) {
                var held = licence.attributes().getOrDefault(attribute.key(), "");
                fields.put(attribute.key(), comparison(same(attribute, claimed, held)));
            }
        }
        return fields;
    }

    private static boolean same(Attribute attribute, String claimed, String held) {
        var type = attribute.type();
        var stated = canonical(type, claimed);
        return stated.isPresent() && stated.equals(canonical(type, held));
    }

    private static Comparison comparison(boolean same) {
        return same ? Comparison.MATCH : Comparison.MISMATCH;
    }

    /** The one spelling by which values of a type are compared; empty when the text is none of the type. */
    private static Optional<String> canonical(AttributeType type, String text) {
        var plain = HolderName.normal(text);
        return switch (type) {
            case STRING, IMAGE -> Optional.of(plain);
            case NUMBER -> number(plain);
            case DATE -> date(plain).map(LocalDate::toString);
            case DATETIME -> dateTime(text.strip());
        };
    }

    private static Optional<String> number(String text) {
        if (!text.matches("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text).stripTrailingZeros().toPlainString());
    }

    private static Optional<LocalDate> date(String text) {
        return DATES.stream().flatMap(format -> date(text, format).stream()).findFirst();
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeParseException anotherFormat) {
            return Optional.empty();
        }
    }

    private static Optional<String> dateTime(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
