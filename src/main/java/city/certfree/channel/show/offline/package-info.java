/** What counters have accepted while they had no network, and report when the line is back. */
@NullMarked
package city.certfree.channel.show.offline;

import org.jspecify.annotations.NullMarked;
