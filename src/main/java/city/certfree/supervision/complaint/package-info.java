/** What citizens complain of: a use that was not theirs, and paper that was asked for all the same. */
@NullMarked
package city.certfree.supervision.complaint;

import org.jspecify.annotations.NullMarked;
