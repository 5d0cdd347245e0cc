package city.certfree.web.page;

import city.certfree.kernel.Channel;
import city.certfree.kernel.CityTime;
import city.certfree.licence.LicenceStatus;
import city.certfree.registry.AttributeType;
import city.certfree.registry.ExemptionMode;
import city.certfree.registry.HolderKind;
import city.certfree.registry.Sensitivity;
import city.certfree.web.appearance.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of the pages: what codes and values are called. Without a language: in Chinese. */
public final class Wording {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(CityTime.ZONE);

    private Wording() {}

    public static String of(Channel channel, Language in) {
        return switch (channel) {
            case SHARE -> in.of("直接共享", "Direct sharing");
            case VERIFY -> in.of("在线核验", "Online check");
            case LOOKUP -> in.of("直接查询", "Look-up");
            case SHOW -> in.of("手机亮证", "Shown on the phone");
        };
    }

    /** What a channel means for the citizen, in one sentence. */
    public static String explained(Channel channel, Language in) {
        return switch (channel) {
            case SHARE ->
                in.of(
                        "窗口直接从发证单位取得证照信息，您不用带。",
                        "The counter gets the details from the issuer. You need not bring anything.");
            case VERIFY ->
                in.of(
                        "您说出证照上的内容，窗口在线比对是否属实。",
                        "You say what the licence says, and the counter checks online whether it is so.");
            case LOOKUP ->
                in.of("窗口在线查看登记信息，隐私内容默认遮盖。", "The counter looks at the register online. Private details are hidden.");
            case SHOW ->
                in.of("您在手机上出示二维码或 20 位数字，一次有效。", "You show a code or 20 digits on your phone, good for one use.");
        };
    }

    public static String of(ExemptionMode mode, Language in) {
        return switch (mode) {
            case SHARE -> of(Channel.SHARE, in);
            case VERIFY -> of(Channel.VERIFY, in);
            case LOOKUP -> of(Channel.LOOKUP, in);
            case SHOW -> of(Channel.SHOW, in);
            case CANCELLED -> in.of("直接取消", "Dropped");
            case COMMITMENT -> in.of("告知承诺", "Written promise");
            case ASSISTED -> in.of("部门协查", "Asked of another office");
        };
    }

    /** What takes the paper's place, in one sentence for the citizen. */
    public static String explained(ExemptionMode mode, Language in) {
        return switch (mode) {
            case SHARE -> explained(Channel.SHARE, in);
            case VERIFY -> explained(Channel.VERIFY, in);
            case LOOKUP -> explained(Channel.LOOKUP, in);
            case SHOW -> explained(Channel.SHOW, in);
            case CANCELLED -> in.of("这份材料已经取消，不再需要。", "This paper is no longer needed at all.");
            case COMMITMENT -> in.of("您书面承诺情况属实，即可代替这份材料。", "Your written promise that it is so takes its place.");
            case ASSISTED ->
                in.of("由窗口向掌握情况的部门核实，您不用跑。", "The counter asks the office that knows. You need not go there.");
        };
    }

    public static String of(HolderKind kind, Language in) {
        return switch (kind) {
            case NATURAL_PERSON -> in.of("个人", "Persons");
            case LEGAL_ENTITY -> in.of("法人和其他组织", "Organisations");
            case BOTH -> in.of("个人、法人和其他组织", "Persons and organisations");
        };
    }

    public static String of(AttributeType type, Language in) {
        return switch (type) {
            case STRING -> in.of("文字", "Text");
            case NUMBER -> in.of("数字", "Number");
            case DATE -> in.of("日期", "Date");
            case DATETIME -> in.of("日期和时间", "Date and time");
            case IMAGE -> in.of("图像", "Image");
        };
    }

    public static String of(Sensitivity sensitivity, Language in) {
        return switch (sensitivity) {
            case LOW -> in.of("低", "Low");
            case MEDIUM -> in.of("中", "Medium");
            case HIGH -> in.of("高", "High");
        };
    }

    /** What a status is called in Chinese. */
    public static String of(LicenceStatus status) {
        return of(status, Language.CHINESE);
    }

    public static String of(LicenceStatus status, Language in) {
        return switch (status) {
            case VALID -> in.of("有效", "Valid");
            case NOT_YET_ACTIVE -> in.of("未生效", "Not yet active");
            case SUSPENDED -> in.of("暂停", "Suspended");
            case EXPIRED -> in.of("已过期", "Expired");
            case CANCELLED -> in.of("已注销", "Cancelled");
            case REVOKED -> in.of("已吊销", "Revoked");
            case WITHDRAWN -> in.of("已撤销", "Withdrawn");
            case SUPERSEDED -> in.of("已换发", "Replaced");
            case TRANSFERRED_OUT -> in.of("已转出", "Transferred out");
            case RESTRICTED -> in.of("受限", "Restricted");
        };
    }

    /** How good the news of a status is: the class of its mark. */
    public static String tone(LicenceStatus status) {
        return switch (status) {
            case VALID -> "pass";
            case NOT_YET_ACTIVE, SUSPENDED, RESTRICTED -> "unsure";
            case EXPIRED, CANCELLED, REVOKED, WITHDRAWN, SUPERSEDED, TRANSFERRED_OUT -> "fail";
        };
    }

    /** The usual term of a type of licence; null is permanent. */
    public static String term(@Nullable Period validity, Language in) {
        if (validity == null) {
            return in.of("长期有效", "No end");
        }
        var words = new StringBuilder();
        append(words, validity.getYears(), in.of(" 年", " year"), in);
        append(words, validity.getMonths(), in.of(" 个月", " month"), in);
        append(words, validity.getDays(), in.of(" 天", " day"), in);
        return words.toString().strip();
    }

    public static String term(@Nullable Period validity) {
        return term(validity, Language.CHINESE);
    }

    /** The last day of a licence; null is permanent. */
    public static String lastDay(@Nullable LocalDate validTo, Language in) {
        return validTo == null ? in.of("长期", "No end") : validTo.toString();
    }

    public static String lastDay(@Nullable LocalDate validTo) {
        return lastDay(validTo, Language.CHINESE);
    }

    /** So many of something in English, such as 1,226 items. */
    public static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    /** The same, of what has a plural of its own. */
    public static String count(long number, String one, String several) {
        return number(number) + " " + (number == 1 ? one : several);
    }

    /** A number in English, such as 1,226. */
    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** A moment as the city's clocks show it. */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    public static String of(Channel channel) {
        return of(channel, Language.CHINESE);
    }

    public static String explained(Channel channel) {
        return explained(channel, Language.CHINESE);
    }

    public static String of(ExemptionMode mode) {
        return of(mode, Language.CHINESE);
    }

    public static String explained(ExemptionMode mode) {
        return explained(mode, Language.CHINESE);
    }

    public static String of(HolderKind kind) {
        return of(kind, Language.CHINESE);
    }

    public static String of(AttributeType type) {
        return of(type, Language.CHINESE);
    }

    private static void append(StringBuilder words, int count, String unit, Language in) {
        if (count > 0) {
            words.append(count)
                    .append(unit)
                    .append(count > 1 ? in.of("", "s") : "")
                    .append(' ');
        }
    }
}
