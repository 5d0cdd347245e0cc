package city.certfree.kernel;

/**
 * What the service is run for: the setting {@code certfree.mode}. Where nobody sets it, it is production as soon as a
 * database is given, and demo on the embedded one.
 */
public enum Mode {
    /** Sample data, demo accounts and sample keys, for trying out. */
    DEMO,
    /** Real data: no default password or key works. */
    PRODUCTION
}
