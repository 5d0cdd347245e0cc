package city.certfree.audit;

/** What an administrative act was: the public catalogue of acts other than uses. */
public enum AuditEvent {
    /** A licence was issued. */
    LICENCE_ISSUED,
    /** A licence's content was changed by its issuer. */
    LICENCE_CHANGED,
    /** A licence was suspended, revoked, restored or the like. */
    LICENCE_STATUS_CHANGED,
    /** Somebody applied for a grant of access. */
    GRANT_APPLIED,
    /** An application for a grant was reviewed. */
    GRANT_REVIEWED,
    /** A grant came into force. */
    GRANT_APPROVED,
    /** An application for a grant was refused. */
    GRANT_REFUSED,
    /** A grant or an application for one was withdrawn. */
    GRANT_WITHDRAWN,
    /** A pattern was noticed, or a citizen reported a use; nobody is blocked by it. */
    ALARM_RAISED,
    /** A supervisor has looked at an alarm. */
    ALARM_SEEN,
    /** Records older than the least retention went into an archive file and left the database. */
    RECORDS_ARCHIVED
}
