@NullMarked
package city.certfree.cli.bench;

import org.jspecify.annotations.NullMarked;
