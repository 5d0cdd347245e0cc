/** What counters report that had no network. */
@NullMarked
package city.certfree.web.api.offline;

import org.jspecify.annotations.NullMarked;
