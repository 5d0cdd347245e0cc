/** How a page looks to the person before it: the language, and how large. Remembered by cookies, without any script. */
@NullMarked
package city.certfree.web.appearance;

import org.jspecify.annotations.NullMarked;
