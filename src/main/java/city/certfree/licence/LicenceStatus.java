package city.certfree.licence;

/** Where a licence is in its life. The names are words of the API. */
public enum LicenceStatus {
    VALID,
    NOT_YET_ACTIVE,
    SUSPENDED,
    EXPIRED,
    CANCELLED,
    REVOKED,
    WITHDRAWN,
    SUPERSEDED,
    TRANSFERRED_OUT,
    RESTRICTED
}
