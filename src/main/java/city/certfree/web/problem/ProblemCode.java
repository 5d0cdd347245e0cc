package city.certfree.web.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every problem the API answers with. The names are stable and part of the contract. */
public enum ProblemCode {
    MALFORMED_JSON(400, "请求体不是合法的 JSON", "The body is not well-formed JSON"),
    DUPLICATE_NAME(400, "请求体中有重复的字段名", "A name occurs twice in the body"),
    UNKNOWN_PROPERTY(400, "请求体中有未知字段", "The body has a property that is not known here"),
    UNKNOWN_PARAMETER(400, "地址中有未知参数", "The address has a parameter that is not known here"),
    REPEATED_PARAMETER(400, "地址中的参数重复", "A parameter occurs twice in the address"),
    INVALID_VALUE(400, "字段的值不符合要求", "A value does not follow its rule"),
    PURPOSE_MISSING(400, "缺少用证事由", "The purpose is missing"),
    CASE_NUMBER_MISSING(400, "缺少办件编号", "The case number is missing"),
    HOLDER_CODE_INVALID(400, "持证主体代码不正确", "The holder's code is not valid"),
    CURSOR_INVALID(400, "翻页标记无效", "The cursor is not valid"),
    NOT_SIGNED_IN(401, "尚未登录", "Not signed in"),
    OTP_REQUIRED(401, "需要动态口令", "A one-time password is required"),
    ITEM_UNKNOWN(403, "清单中没有该事项", "The registry does not list the item"),
    LICENCE_TYPE_NOT_EXEMPTED_FOR_ITEM(403, "该事项不需要此类证照", "The item needs no licence of this type"),
    CHANNEL_NOT_OFFERED(403, "该证照不能以此方式使用", "The licence cannot be used through this channel here"),
    NOT_GRANTED(403, "没有查用此证照的授权", "No grant covers this use"),
    ROLE_FORBIDDEN(403, "当前身份不能做此操作", "Your role may not do this"),
    NOT_FOUND(404, "没有找到", "Not found"),
    METHOD_NOT_ALLOWED(405, "不支持的请求方法", "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "不支持所要求的格式", "The requested format is not offered"),
    ITEM_NOT_IN_FORCE(409, "该事项已不在现行清单中", "The item is not in force"),
    STEP_NOT_POSSIBLE(409, "授权的状态不允许这一步", "The grant's state does not allow this step"),
    ANOTHER_PERSON_NEEDED(409, "须由另一人办理", "Another person has to do this"),
    TRANSITION_ILLEGAL(409, "证照不能转为该状态", "The licence cannot take this status"),
    IN_PROGRESS(409, "同一请求正在处理", "The same request is still running"),
    PRECONDITION_FAILED(412, "证照已被更改", "The licence has been changed"),
    BODY_TOO_LARGE(413, "请求体过大", "The body is too large"),
    ADDRESS_TOO_LONG(414, "请求地址过长", "The address is too long"),
    MEDIA_TYPE_UNSUPPORTED(415, "不支持的内容类型", "The media type is not supported"),
    IDEMPOTENCY_KEY_REUSED(422, "幂等键已用于另一个请求", "The idempotency key belongs to another request"),
    PRECONDITION_REQUIRED(428, "须说明要更改的版本", "Say which version is to be changed"),
    QUOTA_EXCEEDED(429, "超过使用限额", "The quota is exceeded"),
    TOO_MANY_ATTEMPTS(429, "尝试次数过多", "Too many attempts"),
    HEADERS_TOO_LARGE(431, "请求头过大", "The headers are too large"),
    INTERNAL_ERROR(500, "服务内部错误", "Internal error"),
    STORAGE_UNAVAILABLE(503, "存储暂时不可用", "The storage is unavailable for the moment"),
    OVERLOADED(503, "服务繁忙", "The service is overloaded");

    private final int status;
    private final String chineseTitle;
    private final String englishTitle;

    ProblemCode(int status, String chineseTitle, String englishTitle) {
        this.status = status;
        this.chineseTitle = chineseTitle;
        this.englishTitle = englishTitle;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** The name in JSON and in the problem's address: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this name; empty when there is none. */
    public static Optional<ProblemCode> named(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** One line for people. */
    public String title(Locale language) {
        return language.getLanguage().equals("en") ? englishTitle : chineseTitle;
    }
}
