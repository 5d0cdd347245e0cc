/** What the measurement says to a database without the service. */
@NullMarked
package city.certfree.cli.bench.jdbc;

import org.jspecify.annotations.NullMarked;
