package city.certfree.web.console;

import city.certfree.channel.HolderView;
import city.certfree.channel.LicenceView;
import city.certfree.channel.NamedCode;
import city.certfree.channel.share.ShareAnswer.SharedLicence;
import city.certfree.licence.LicenceStatus;
import city.certfree.registry.AttributeType;
import city.certfree.registry.LicenceType;
import city.certfree.web.appearance.Language;
import city.certfree.web.appearance.Words;
import city.certfree.web.page.Wording;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A licence as the counter shows it.
 *
 * @param status null where nothing is said of it
 */
@Serdeable
public record LicenceCard(Words title, @Nullable LicenceStatus status, List<Line> lines) {
    private static final Words VALID_TO = new Words("有效期至", "Valid to");

    public LicenceCard {
        lines = List.copyOf(lines);
    }

    /** @param unmaskable keys of the attributes that the clerk may have unmasked */
    static LicenceCard of(LicenceView licence, LicenceType type, Set<String> unmaskable) {
        var lines = head(licence.certificateNumber(), licence.holders());
        addAttributes(lines, licence.attributes(), type, unmaskable);
        addDates(lines, licence.issuer(), licence.issuedOn(), licence.validTo());
        return new LicenceCard(title(type), LicenceStatus.valueOf(licence.status()), lines);
    }

    static LicenceCard of(SharedLicence licence, LicenceType type) {
        var lines = head(licence.certificateNumber(), licence.holders());
        addAttributes(lines, licence.attributes(), type, Set.of());
        addDates(lines, licence.issuer(), licence.issuedOn(), licence.validTo());
        return new LicenceCard(title(type), LicenceStatus.valueOf(licence.status()), lines);
    }

    /** Attributes that were just unmasked. */
    static LicenceCard of(Map<String, String> unmasked, LicenceType type) {
        var lines = new ArrayList<Line>();
        addAttributes(lines, unmasked, type, Set.of());
        return new LicenceCard(title(type), null, lines);
    }

    private static Words title(LicenceType type) {
        return new Words(type.name(), type.englishName());
    }

    private static List<Line> head(String certificateNumber, List<HolderView> holders) {
        var lines = new ArrayList<Line>();
        lines.add(Line.of(
                new Words("持证人", "Holder"),
                holders.stream().map(h -> h.name() + " " + h.code()).collect(Collectors.joining("；"))));
        lines.add(Line.of(new Words("证照编号", "Licence number"), certificateNumber));
        return lines;
    }

    private static void addAttributes(
            List<Line> lines, Map<String, String> attributes, LicenceType type, Set<String> unmaskable) {
        for (var attribute : type.attributes()) {
            var value = attributes.get(attribute.key());
            if (value != null) {
                var shown = text(attribute.type(), value);
                lines.add(new Line(
                        Words.inChinese(attribute.name()),
                        shown,
                        unmaskable.contains(attribute.key()) ? attribute.key() : null));
            }
        }
    }

    private static Words text(AttributeType type, String value) {
        return switch (type) {
            case IMAGE -> new Words("（图像，见证照原件）", "(image, see the licence itself)");
            case DATETIME -> Words.inChinese(value.replace('T', ' '));
            case STRING, NUMBER, DATE -> Words.inChinese(value);
        };
    }

    private static Words lastDay(@Nullable LocalDate validTo) {
        return new Words(Wording.lastDay(validTo, Language.CHINESE), Wording.lastDay(validTo, Language.ENGLISH));
    }

    /** Some types have the last day among their attributes, too. */
    private static void addDates(List<Line> lines, NamedCode issuer, LocalDate issuedOn, @Nullable LocalDate validTo) {
        lines.add(Line.of(new Words("发证单位", "Issuer"), issuer.name()));
        lines.add(Line.of(new Words("发证日期", "Issued on"), issuedOn.toString()));
        var end = new Line(VALID_TO, lastDay(validTo), null);
        if (lines.stream().noneMatch(end::saysTheSame)) {
            lines.add(end);
        }
    }

    /**
     * One line.
     *
     * @param key of the attribute that can be unmasked; null: nothing to unmask
     */
    @Serdeable
    public record Line(Words name, Words value, @Nullable String key) {
        static Line of(Words name, String value) {
            return new Line(name, Words.inChinese(value), null);
        }

        private boolean saysTheSame(Line other) {
            return name.chinese().equals(other.name.chinese())
                    && value.chinese().equals(other.value.chinese());
        }
    }
}
