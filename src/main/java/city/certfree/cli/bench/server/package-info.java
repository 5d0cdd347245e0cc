/** A MariaDB server, and a service on it, that a measurement, a drill or a test has to itself. */
@NullMarked
package city.certfree.cli.bench.server;

import org.jspecify.annotations.NullMarked;
