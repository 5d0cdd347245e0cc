/** Long lists, answered page by page. */
@NullMarked
package city.certfree.web.listing;

import org.jspecify.annotations.NullMarked;
