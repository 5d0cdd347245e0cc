/** A MariaDB server that a measurement or a test has to itself. */
@NullMarked
package city.certfree.cli.bench.server;

import org.jspecify.annotations.NullMarked;
