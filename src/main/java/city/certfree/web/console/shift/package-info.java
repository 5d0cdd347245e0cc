/** A clerk's shift at a window: who sits where, what was done today, and what is left at its end. */
@NullMarked
package city.certfree.web.console.shift;

import org.jspecify.annotations.NullMarked;
