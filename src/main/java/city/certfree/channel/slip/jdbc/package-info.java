/** Keeps slips in the table {@code slip}. */
@NullMarked
package city.certfree.channel.slip.jdbc;

import org.jspecify.annotations.NullMarked;
