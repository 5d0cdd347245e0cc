/** Answers that anybody may keep. */
@NullMarked
package city.certfree.web.cache;

import org.jspecify.annotations.NullMarked;
