/** The slip of a use on 80 mm paper, for the citizen to take home. */
@NullMarked
package city.certfree.web.console.slip;

import org.jspecify.annotations.NullMarked;
