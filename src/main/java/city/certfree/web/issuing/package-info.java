/** Where issuing offices issue licences, change them, and say what has become of them. */
@NullMarked
package city.certfree.web.issuing;

import org.jspecify.annotations.NullMarked;
