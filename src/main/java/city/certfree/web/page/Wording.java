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
import org.jspecify.annotations.Nullable;

/** The words of the pages: what codes and values are called in Chinese. */
public final class Wording {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(CityTime.ZONE);

    private Wording() {}

    public static String of(Channel channel) {
        return switch (channel) {
            case SHARE -> "直接共享";
            case VERIFY -> "在线核验";
            case LOOKUP -> "直接查询";
            case SHOW -> "手机亮证";
        };
    }

    /** What a channel means for the citizen, in one sentence. */
    public static String explained(Channel channel) {
        return switch (channel) {
            case SHARE -> "窗口直接从发证单位取得证照信息，您不用带。";
            case VERIFY -> "您说出证照上的内容，窗口在线比对是否属实。";
            case LOOKUP -> "窗口在线查看登记信息，隐私内容默认遮盖。";
            case SHOW -> "您在手机上出示二维码或 20 位数字，一次有效。";
        };
    }

    public static String of(ExemptionMode mode) {
        return switch (mode) {
            case SHARE -> of(Channel.SHARE);
            case VERIFY -> of(Channel.VERIFY);
            case LOOKUP -> of(Channel.LOOKUP);
            case SHOW -> of(Channel.SHOW);
            case CANCELLED -> "直接取消";
            case COMMITMENT -> "告知承诺";
            case ASSISTED -> "部门协查";
        };
    }

    /** What takes the paper's place, in one sentence for the citizen. */
    public static String explained(ExemptionMode mode) {
        return switch (mode) {
            case SHARE -> explained(Channel.SHARE);
            case VERIFY -> explained(Channel.VERIFY);
            case LOOKUP -> explained(Channel.LOOKUP);
            case SHOW -> explained(Channel.SHOW);
            case CANCELLED -> "这份材料已经取消，不再需要。";
            case COMMITMENT -> "您书面承诺情况属实，即可代替这份材料。";
            case ASSISTED -> "由窗口向掌握情况的部门核实，您不用跑。";
        };
    }

    public static String of(HolderKind kind) {
        return switch (kind) {
            case NATURAL_PERSON -> "个人";
            case LEGAL_ENTITY -> "法人和其他组织";
            case BOTH -> "个人、法人和其他组织";
        };
    }

    public static String of(AttributeType type) {
        return switch (type) {
            case STRING -> "文字";
            case NUMBER -> "数字";
            case DATE -> "日期";
            case DATETIME -> "日期和时间";
            case IMAGE -> "图像";
        };
    }

    public static String of(Sensitivity sensitivity) {
        return switch (sensitivity) {
            case LOW -> "低";
            case MEDIUM -> "中";
            case HIGH -> "高";
        };
    }

    public static String of(LicenceStatus status) {
        return switch (status) {
            case VALID -> "有效";
            case NOT_YET_ACTIVE -> "未生效";
            case SUSPENDED -> "暂停";
            case EXPIRED -> "已过期";
            case CANCELLED -> "已注销";
            case REVOKED -> "已吊销";
            case WITHDRAWN -> "已撤销";
            case SUPERSEDED -> "已换发";
            case TRANSFERRED_OUT -> "已转出";
            case RESTRICTED -> "受限";
        };
    }

    /** What a status is called in a language. */
    public static String of(LicenceStatus status, Language language) {
        return switch (language) {
            case CHINESE -> of(status);
            case ENGLISH -> inEnglish(status);
        };
    }

    private static String inEnglish(LicenceStatus status) {
        return switch (status) {
            case VALID -> "Valid";
            case NOT_YET_ACTIVE -> "Not yet active";
            case SUSPENDED -> "Suspended";
            case EXPIRED -> "Expired";
            case CANCELLED -> "Cancelled";
            case REVOKED -> "Revoked";
            case WITHDRAWN -> "Withdrawn";
            case SUPERSEDED -> "Replaced";
            case TRANSFERRED_OUT -> "Transferred out";
            case RESTRICTED -> "Restricted";
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
    public static String term(@Nullable Period validity) {
        if (validity == null) {
            return "长期有效";
        }
        var words = new StringBuilder();
        append(words, validity.getYears(), " 年");
        append(words, validity.getMonths(), " 个月");
        append(words, validity.getDays(), " 天");
        return words.toString().strip();
    }

    /** The last day of a licence; null is permanent. */
    public static String lastDay(@Nullable LocalDate validTo) {
        return validTo == null ? "长期" : validTo.toString();
    }

    /** A moment as the city's clocks show it. */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static void append(StringBuilder words, int count, String unit) {
        if (count > 0) {
            words.append(count).append(unit).append(' ');
        }
    }
}
