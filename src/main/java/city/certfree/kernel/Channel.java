package city.certfree.kernel;

/** A way in which an office obtains a proof without asking the citizen for paper. */
public enum Channel {
    /** 直接共享: an authorised office gets the licence's permitted fields. */
    SHARE,
    /** 在线核验: what the applicant states is compared, nothing is disclosed. */
    VERIFY,
    /** 直接查询: a clerk sees one licence, masked. */
    LOOKUP,
    /** 手机亮证: the citizen shows what he or she chooses, through a signed token. */
    SHOW
}
