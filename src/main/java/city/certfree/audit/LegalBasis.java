package city.certfree.audit;

/** On what ground a licence was used. It follows from who asks and is never sent. */
public enum LegalBasis {
    /** 依职能: an office in the course of a case. */
    EX_OFFICIO,
    /** 本人: the holder himself or herself. */
    HOLDER,
    /** 委托授权: somebody whom the holder authorised. */
    DELEGATED
}
