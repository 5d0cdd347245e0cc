@NullMarked
package city.certfree.licence.feed;

import org.jspecify.annotations.NullMarked;
