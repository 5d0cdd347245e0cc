/**
 * The evidence log of this node: one writer that makes the acts that wait durable in groups, each group one transaction with
 * its records, its leaves and one signed checkpoint. Pure; {@code audit.jdbc} keeps it.
 */
@NullMarked
package city.certfree.audit.log;

import org.jspecify.annotations.NullMarked;
