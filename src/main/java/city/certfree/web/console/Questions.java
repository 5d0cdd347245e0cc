package city.certfree.web.console;

import city.certfree.access.Inquiry;
import city.certfree.audit.LegalBasis;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.registry.Attribute;
import city.certfree.registry.AttributeType;
import city.certfree.registry.HolderKind;
import city.certfree.registry.LicenceType;
import city.certfree.web.appearance.Language;
import city.certfree.web.console.Counter.Situation;
import city.certfree.web.console.Work.Material;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import city.certfree.web.page.Typed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the counter's forms: what a type of licence lets ask, and what the clerk typed. */
final class Questions {
    static final String CERTIFICATE_NUMBER = "certificateNumber";

    /** Attributes stand under their key after this, so that none is taken for another field of the form. */
    static final String CLAIM = "claim.";

    private static final int LONGEST_NAME = 200;

    private static final Pattern TYPED_DATE =
            Pattern.compile("([0-9]{4})(?:[-/.年](?=[0-9]{1,2}[-/.月])|(?=[0-9]{4}$))([0-9]{1,2})[-/.月]?([0-9]{1,2})日?");

    private Questions() {}

    /** The kinds of number that holders of such licences have, in the order of the annex. */
    static List<HolderCodeType> codeTypes(HolderKind kind) {
        return Arrays.stream(HolderCodeType.values())
                .filter(type -> switch (kind) {
                    case NATURAL_PERSON -> type.isPerson();
                    case LEGAL_ENTITY -> !type.isPerson();
                    case BOTH -> true;
                })
                .toList();
    }

    /** The attributes that an applicant can state. */
    static List<Attribute> claimable(LicenceType type) {
        return type.attributes().stream()
                .filter(attribute -> attribute.type() != AttributeType.IMAGE)
                .toList();
    }

    /** What was claimed, by key; fields left empty are not. */
    static Map<String, String> claims(Form form, LicenceType type) {
        var claims = new LinkedHashMap<String, String>();
        put(claims, CERTIFICATE_NUMBER, form.number(CERTIFICATE_NUMBER));
        for (var attribute : claimable(type)) {
            var field = CLAIM + attribute.key();
            put(
                    claims,
                    attribute.key(),
                    switch (attribute.type()) {
                        case DATE -> date(form.number(field));
                        case NUMBER, DATETIME -> form.number(field);
                        case STRING, IMAGE -> form.text(field);
                    });
        }
        return claims;
    }

    /** People write dates as they find them: 20261123, 2026/11/23, 2026年11月23日. */
    private static String date(String typed) {
        var parts = TYPED_DATE.matcher(typed);
        return parts.matches()
                ? "%s-%02d-%02d"
                        .formatted(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)))
                : typed;
    }

    private static void put(Map<String, String> claims, String key, String value) {
        if (!value.isEmpty()) {
            claims.put(key, value);
        }
    }

    /** The question that a form asks, or what has to be corrected first. */
    static Read inquiry(Situation at, LicenceType type, Channel channel) {
        var mistakes = new ArrayList<Mistake>();
        var holder = holder(at.form(), at.in(), mistakes);
        var name = at.file().applicant().name();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            mistakes.add(new Mistake(
                    "name", at.in().of("请填写姓名或名称，与证件上一致。", "Enter the name as it stands on the document.")));
        }
        if (holder.isEmpty() || !mistakes.isEmpty()) {
            return new Read(null, mistakes);
        }
        var inquiry = new Inquiry(
                at.file().occasion(at.clerk()), LegalBasis.EX_OFFICIO, channel, type.code(), holder.get(), name);
        return new Read(inquiry, mistakes);
    }

    private static Optional<HolderCode> holder(Form form, Language in, List<Mistake> mistakes) {
        var type = HolderCodeType.of(form.text("codeType"));
        if (type.isEmpty()) {
            mistakes.add(new Mistake("codeType", in.of("请选择证件类型。", "Choose the kind of document.")));
            return Optional.empty();
        }
        var code = code(type.get(), form.number("code"));
        if (code.isEmpty()) {
            mistakes.add(new Mistake("code", wrongCode(type.get(), in)));
        }
        return code;
    }

    /** Empty when it is no number of this kind. */
    static Optional<HolderCode> code(HolderCodeType type, String number) {
        return Typed.as(text -> new HolderCode(type, text), number);
    }

    private static String wrongCode(HolderCodeType type, Language in) {
        return switch (type) {
            case CITIZEN_NUMBER ->
                in.of("公民身份号码不对，请逐位核对 18 位号码。", "This is no citizen number. Check its 18 characters one by one.");
            case UNIFIED_SOCIAL_CREDIT_CODE ->
                in.of("统一社会信用代码不对，请逐位核对 18 位代码。", "This is no credit code. Check its 18 characters one by one.");
            default ->
                in.of(
                        "请填写" + type.chinese() + "，只用字母、数字、汉字、横线和括号。",
                        "Enter the number of the document: letters, digits, Chinese characters, hyphens and brackets only.");
        };
    }

    /** What to do about a claim that an attribute cannot have. */
    static Mistake wrongClaim(Material about, String key, Language in) {
        var name = Optional.ofNullable(about.type())
                .flatMap(type -> type.attribute(key))
                .map(Attribute::name)
                .orElse(key);
        return new Mistake(
                CLAIM + key,
                in.of("“" + name + "”的格式不对，请按提示填写。", "This is not in the right form: see the example in the field."));
    }

    /**
     * What came of reading.
     *
     * @param inquiry null exactly when there are mistakes
     */
    record Read(@Nullable Inquiry inquiry, List<Mistake> mistakes) {
        Read {
            mistakes = List.copyOf(mistakes);
        }
    }
}
