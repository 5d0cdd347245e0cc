@NullMarked
package city.certfree.cli.bench.drive;

import org.jspecify.annotations.NullMarked;
