package city.certfree.demo.population;

import city.certfree.kernel.HolderCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.licence.Holder;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 王小明, whom every demo has: his family, the organisation he represents, and the licences they hold. He holds exactly one
 * licence of each of these types, and it is valid. {@code docs/demo-data.md} lists what does not depend on the day.
 */
public final class DemoCitizen {
    public static final HolderCode CODE = HolderCode.ofCitizen("370499199001010015");
    public static final String NAME = "王小明";

    public static final LicenceTypeCode IDENTITY_CARD = new LicenceTypeCode("11370400XN0011053M001");
    public static final LicenceTypeCode HOUSEHOLD_REGISTER = new LicenceTypeCode("11370400XN0011053M003");
    public static final LicenceTypeCode PASSPORT = new LicenceTypeCode("11370400XN0011053M011");
    public static final LicenceTypeCode DRIVING_LICENCE = new LicenceTypeCode("11370400XN0011053M017");
    public static final LicenceTypeCode VEHICLE_LICENCE = new LicenceTypeCode("11370400XN0011053M018");
    public static final LicenceTypeCode NO_CRIMINAL_RECORD = new LicenceTypeCode("11370400XN0011053M025");
    public static final LicenceTypeCode MARRIAGE = new LicenceTypeCode("11370400XN0011061G001");
    public static final LicenceTypeCode BIRTH = new LicenceTypeCode("11370400XN0011184H001");
    public static final LicenceTypeCode HEALTH = new LicenceTypeCode("11370400XN0011184H022");
    public static final LicenceTypeCode REAL_ESTATE = new LicenceTypeCode("11370400XN0011109Q001");
    public static final LicenceTypeCode SOCIAL_SECURITY_CARD = new LicenceTypeCode("11370400XN00110963001");
    public static final LicenceTypeCode DEGREE = new LicenceTypeCode("11370400XN00110295003");
    public static final LicenceTypeCode MEDICAL_INSURANCE = new LicenceTypeCode("11370400XN001123XF001");
    public static final LicenceTypeCode HOUSING_FUND = new LicenceTypeCode("12370400XN0014019N001");
    public static final LicenceTypeCode BUSINESS_LICENCE = new LicenceTypeCode("11370400XN0011213W001");
    public static final LicenceTypeCode FOOD_LICENCE = new LicenceTypeCode("11370400XN0011213W006");

    public static final String MARRIAGE_NUMBER = "J370499-2016-000520";
    public static final String NO_CRIMINAL_RECORD_NUMBER = "XN-WFZ-000025";
    public static final String REAL_ESTATE_NUMBER = "鲁（2018）枣庄市不动产权第0370499号";
    public static final String BIRTH_NUMBER = "Z370499001";
    public static final String FOOD_LICENCE_NUMBER = "JY23704990000015";

    private static final Person CITIZEN = new Person(new Holder(CODE, NAME));
    private static final String ADDRESS = "山东省枣庄市虚拟区示范街道虚拟路99号1号楼101室";

    static final Household HOUSEHOLD = new Household(
            CITIZEN,
            new Person(new Holder(Numbers.citizen(LocalDate.of(1992, 3, 5), 2), "李小红")),
            new Person(new Holder(Numbers.citizen(LocalDate.of(2026, 8, 18), 1), "王一诺")),
            new Person(new Holder(Numbers.citizen(LocalDate.of(1962, 10, 1), 1), "王建国")),
            ADDRESS);

    static final Organisation ORGANISATION = new Organisation(
            new Holder(Numbers.organisation("91", 1), "枣庄虚拟小明餐饮有限公司"), CITIZEN, "山东省枣庄市虚拟区示范街道虚拟路100号");

    private static final List<Holder> ALONE = List.of(CITIZEN.holder());
    private static final List<Holder> COUPLE = HOUSEHOLD.couple();
    private static final List<Holder> FIRM = List.of(ORGANISATION.holder());

    private DemoCitizen() {}

    /** The organisation that he legally represents. */
    public static HolderCode organisation() {
        return ORGANISATION.holder().code();
    }

    /** His wife, who holds the marriage certificate and the real estate with him. */
    public static Holder spouse() {
        return HOUSEHOLD.wife().holder();
    }

    /** His, his family's and his organisation's licences. */
    static List<Possession> possessions() {
        return List.of(
                new Possession(IDENTITY_CARD, ALONE, LocalDate.of(2020, 3, 1), Map.of("ethnicity", "汉")),
                new Possession(
                        HOUSEHOLD_REGISTER,
                        ALONE,
                        LocalDate.of(2016, 6, 1),
                        Map.of("householdNo", "370499001", "relationToHead", "户主")),
                new Possession(PASSPORT, ALONE, LocalDate.of(2023, 4, 18), Map.of()),
                new Possession(DRIVING_LICENCE, ALONE, LocalDate.of(2022, 6, 1), Map.of("vehicleClass", "C1")),
                new Possession(VEHICLE_LICENCE, ALONE, LocalDate.of(2021, 9, 9), Map.of("plateNo", "鲁D·虚0015")),
                new Possession(
                        NO_CRIMINAL_RECORD,
                        ALONE,
                        null,
                        Map.of(
                                "proofNo",
                                NO_CRIMINAL_RECORD_NUMBER,
                                "queryPeriod",
                                "2008-01-01至2025-12-31",
                                "queryResult",
                                "未发现犯罪记录",
                                "proofOrg",
                                "枣庄市公安局")),
                new Possession(
                        MARRIAGE,
                        COUPLE,
                        LocalDate.of(2016, 5, 20),
                        Map.of("certNo", MARRIAGE_NUMBER, "registerDate", "2016-05-20")),
                new Possession(BIRTH, COUPLE, LocalDate.of(2026, 8, 20), Map.of("certNo", BIRTH_NUMBER)),
                new Possession(HEALTH, ALONE, null, Map.of("proofNo", "XN-JKZ-000022")),
                new Possession(
                        REAL_ESTATE,
                        COUPLE,
                        LocalDate.of(2018, 8, 8),
                        Map.of(
                                "certNo",
                                REAL_ESTATE_NUMBER,
                                "coOwnership",
                                "共同共有",
                                "location",
                                ADDRESS,
                                "area",
                                "99.15")),
                new Possession(SOCIAL_SECURITY_CARD, ALONE, LocalDate.of(2021, 1, 4), Map.of()),
                new Possession(DEGREE, ALONE, LocalDate.of(2012, 6, 30), Map.of()),
                new Possession(MEDICAL_INSURANCE, ALONE, LocalDate.of(2021, 1, 4), Map.of()),
                new Possession(HOUSING_FUND, ALONE, null, Map.of("proofNo", "XN-GJJ-000001")),
                new Possession(BUSINESS_LICENCE, FIRM, LocalDate.of(2019, 3, 15), Map.of()),
                new Possession(
                        FOOD_LICENCE,
                        FIRM,
                        null,
                        Map.of("licenseNo", FOOD_LICENCE_NUMBER, "mainBusiness", "餐饮服务经营者", "scope", "热食类食品制售")));
    }

    /**
     * A licence that every demo has.
     *
     * @param issued null: a month ago, with a term of ten years whatever the type's, so that a demo that is kept for long
     *     works
     * @param given attributes that are always the same
     */
    record Possession(
            LicenceTypeCode type, List<Holder> holders, @Nullable LocalDate issued, Map<String, String> given) {
        private static final Period LONG = Period.ofYears(10);

        Possession {
            holders = List.copyOf(holders);
            given = Map.copyOf(given);
        }

        Term term(@Nullable Period validity, LocalDate today) {
            return issued != null ? Term.starting(issued, validity) : Term.starting(today.minusMonths(1), LONG);
        }
    }
}
