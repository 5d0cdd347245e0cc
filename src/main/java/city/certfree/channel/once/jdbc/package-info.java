/** Keeps idempotency keys with their first answers, sealed, for 24 hours. */
@NullMarked
package city.certfree.channel.once.jdbc;

import org.jspecify.annotations.NullMarked;
