/** What citizens complain of. */
@NullMarked
package city.certfree.web.api.complaint;

import org.jspecify.annotations.NullMarked;
