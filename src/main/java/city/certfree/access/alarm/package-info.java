/** What a supervisor should look at: patterns of harvesting, forged tokens, and what citizens report. */
@NullMarked
package city.certfree.access.alarm;

import org.jspecify.annotations.NullMarked;
