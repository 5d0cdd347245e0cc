package city.certfree.access.grant;

/** How far a grant has come. */
public enum GrantState {
    /** Somebody has applied. */
    APPLIED,
    /** Somebody else has looked at it and said what he or she thinks. */
    REVIEWED,
    /** A third person has approved it: it is in force on the days and hours of its terms. */
    APPROVED,
    /** That third person has refused it. */
    REFUSED,
    /** It is taken back, for good. */
    WITHDRAWN
}
