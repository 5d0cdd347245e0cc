/** What citizens complain of on the phone: the form about paper, and what they have complained of. */
@NullMarked
package city.certfree.web.phone.complaint;

import org.jspecify.annotations.NullMarked;
