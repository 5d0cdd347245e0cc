/** Errors as RFC 9457 problems: one catalogue, one exception, one mapping. */
@NullMarked
package city.certfree.web.problem;

import org.jspecify.annotations.NullMarked;
