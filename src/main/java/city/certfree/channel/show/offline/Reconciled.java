package city.certfree.channel.show.offline;

import city.certfree.audit.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A report, answered.
 *
 * @param receipt null when the same was reported, recorded and answered before
 */
public record Reconciled(OfflineAnswer answer, @Nullable Receipt receipt) {}
