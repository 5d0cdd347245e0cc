/** What all pages share: their words, their headers, the pieces of which they are built. */
@NullMarked
package city.certfree.web.page;

import org.jspecify.annotations.NullMarked;
