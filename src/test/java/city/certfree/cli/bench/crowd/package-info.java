@NullMarked
package city.certfree.cli.bench.crowd;

import org.jspecify.annotations.NullMarked;
