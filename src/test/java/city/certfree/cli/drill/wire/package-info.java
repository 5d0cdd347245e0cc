@NullMarked
package city.certfree.cli.drill.wire;

import org.jspecify.annotations.NullMarked;
