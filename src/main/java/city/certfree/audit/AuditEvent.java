package city.certfree.audit;

/** What an administrative act was: the public catalogue of acts other than uses. */
public enum AuditEvent {
    /** A licence was issued. */
    LICENCE_ISSUED,
    /** A licence's content was changed by its issuer. */
    LICENCE_CHANGED,
    /** A licence was suspended, revoked, restored or the like. */
    LICENCE_STATUS_CHANGED
}
