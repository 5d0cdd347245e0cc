@NullMarked
package city.certfree.cli.bench.city;

import org.jspecify.annotations.NullMarked;
