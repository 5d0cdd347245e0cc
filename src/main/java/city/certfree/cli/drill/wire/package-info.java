/** A relay between two parties that does to their connections what networks do. */
@NullMarked
package city.certfree.cli.drill.wire;

import org.jspecify.annotations.NullMarked;
