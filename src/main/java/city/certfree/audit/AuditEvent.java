package city.certfree.audit;

/** What an administrative act was: the public catalogue of acts other than uses. */
public enum AuditEvent {
    LICENCE_ISSUED("A licence was issued.", Texts.ISSUER, Texts.CONTENT),
    LICENCES_DELIVERED(
            "Licences that an issuer delivered together were issued.",
            Texts.ISSUER,
            "`from`, `to`, the lines of the delivery; `licences`, how many; `digest`, SHA-256 of a line for each:"
                    + " identifier, space, SHA-256 of its signed licence"),
    LICENCE_CHANGED("A licence's content was changed by its issuer.", Texts.ISSUER, Texts.CONTENT),
    LICENCE_STATUS_CHANGED(
            "A licence was suspended, revoked, restored or the like.",
            Texts.ISSUER,
            "`from`, `to`, `reason`, `effectiveAt`"),
    GRANT_APPLIED(
            "Somebody applied for a grant of access.",
            "a clerk or an issuer, for the own office or a system of it",
            Texts.GRANT),
    GRANT_REVIEWED(
            "An application for a grant was reviewed.", "a security administrator who has not applied", Texts.GRANT),
    GRANT_APPROVED("A grant came into force.", Texts.DECIDER, Texts.GRANT),
    GRANT_REFUSED("An application for a grant was refused.", Texts.DECIDER, Texts.GRANT),
    GRANT_WITHDRAWN(
            "A grant or an application for one was withdrawn.",
            "a security administrator, or somebody of the office that has applied",
            Texts.GRANT),
    ALARM_RAISED(
            "A pattern was noticed, or a citizen reported a use; nobody is blocked by it.",
            "the service; office and actor are those whose use it was",
            "`pattern`, `count`, and `use`, the record that gave rise to it"),
    ALARM_SEEN("A supervisor has looked at an alarm.", "a supervisor", "none"),
    RECORDS_ARCHIVED(
            "Records older than the least retention went into an archive file and left the database.",
            "whoever ran `certfree audit archive`; the actor is `command line`",
            "`log`, `from`, `to`, `records`, `file`, `sha256` of the file");

    private final String meaning;
    private final String actor;
    private final String details;

    AuditEvent(String meaning, String actor, String details) {
        this.meaning = meaning;
        this.actor = actor;
        this.details = details;
    }

    /** One sentence for the documents. */
    public String meaning() {
        return meaning;
    }

    /** Who does it, for the documents. */
    public String actor() {
        return actor;
    }

    /** The names in the record's {@code details}, for the documents. */
    public String details() {
        return details;
    }

    /** What several acts have in common. */
    private static final class Texts {
        static final String ISSUER = "an issuer of the licence's office, or its system";
        static final String DECIDER = "a security administrator who has neither applied nor reviewed";
        static final String CONTENT = "`status`, `signedBy` (`service` or `issuer`), `signedLicenceDigest`";
        static final String GRANT =
                "`grantee`, `type`, `item`, `channel`, `validFrom`, `validTo`, `hours`, `usesPerDay`"
                        + " (`any` where not limited), and `words`, what the actor said to it";
    }
}
