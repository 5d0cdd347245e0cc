/** The public proof of a use, to which a slip leads whoever holds it. */
@NullMarked
package city.certfree.web.proof;

import org.jspecify.annotations.NullMarked;
