/** The citizen's phone: one's licences, holding one out, and who has used them. Pages, for people. */
@NullMarked
package city.certfree.web.phone;

import org.jspecify.annotations.NullMarked;
