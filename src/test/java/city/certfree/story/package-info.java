/** The mission, told as tests: what people no longer bring, and how it is proven instead. */
@NullMarked
package city.certfree.story;

import org.jspecify.annotations.NullMarked;
