@NullMarked
package city.certfree.licence.intake;

import org.jspecify.annotations.NullMarked;
