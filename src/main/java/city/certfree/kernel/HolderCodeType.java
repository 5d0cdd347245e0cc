package city.certfree.kernel;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of number by which a holder is known (持证主体代码类型): GB/T 36903-2018, Annex A, all 16 entries. */
public enum HolderCodeType {
    UNIFIED_SOCIAL_CREDIT_CODE("001", "统一社会信用代码", "Unified social credit code", false),
    OTHER_ORGANISATION("099", "其他法人或其他组织有效证件代码", "Other organisation's document", false),
    CITIZEN_NUMBER("111", "公民身份号码", "Citizen number", true),
    PLA_OFFICER("114", "中国人民解放军军官证件号码", "Officer's card of the army", true),
    PLA_SOLDIER("118", "中国人民解放军士兵证件号码", "Soldier's card of the army", true),
    PLA_CIVILIAN_STAFF("120", "中国人民解放军文职人员证件号码", "Civilian's card of the army", true),
    ARMED_POLICE_OFFICER("115", "中国人民武装警察部队警官证件号码", "Officer's card of the armed police", true),
    ARMED_POLICE_SOLDIER("119", "中国人民武装警察部队士兵证件号码", "Soldier's card of the armed police", true),
    ARMED_POLICE_CIVILIAN_STAFF("122", "中国人民武装警察部队文职人员证件号码", "Civilian's card of the armed police", true),
    DIPLOMATIC_PASSPORT("411", "外交护照号码", "Diplomatic passport", true),
    SERVICE_PASSPORT("412", "公务护照号码", "Service passport", true),
    ORDINARY_SERVICE_PASSPORT("413", "公务普通护照号码", "Passport for public affairs", true),
    ORDINARY_PASSPORT("414", "普通护照号码", "Ordinary passport", true),
    TAIWAN_TRAVEL_PERMIT("511", "台湾居民来往大陆通行证号码", "Travel permit from Taiwan", true),
    HONG_KONG_MACAO_TRAVEL_PERMIT("516", "港澳居民来往内地通行证号码", "Travel permit from Hong Kong or Macao", true),
    OTHER_PERSON("999", "其他自然人有效证件代码", "Other personal document", true);

    private static final Map<String, HolderCodeType> BY_CODE =
            Stream.of(values()).collect(toUnmodifiableMap(HolderCodeType::code, identity()));

    private final String code;
    private final String chinese;
    private final String english;
    private final boolean person;

    HolderCodeType(String code, String chinese, String english, boolean person) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
        this.person = person;
    }

    /** The entry with this 3-digit code; empty when the annex has none. */
    public static Optional<HolderCodeType> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The 3-digit code of the annex. */
    public String code() {
        return code;
    }

    /** The name of the annex, in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** Our own name for it in English: the annex has none. */
    public String english() {
        return english;
    }

    /** Whether holders of this kind are natural persons; otherwise they are organisations. */
    public boolean isPerson() {
        return person;
    }
}
