package city.certfree.access.quota;

/**
 * How often one subject may ask in one span.
 *
 * @param subject who, or under what, in any text; it is kept as a keyed index only
 */
public record Quota(String subject, QuotaSpan span, int limit) {}
