package city.certfree.audit;

import city.certfree.kernel.RecordId;

/**
 * The proof that a use was recorded.
 *
 * @param record the record it proves
 * @param text what the parties keep; its form is in {@code docs/tokens.md}
 */
public record Receipt(RecordId record, String text) {}
