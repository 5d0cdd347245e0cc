@NullMarked
package city.certfree.cli.drill;

import org.jspecify.annotations.NullMarked;
