/** The measurement behind {@code certfree bench --overload}: more than the service can do, slow clients, and its end. */
@NullMarked
package city.certfree.cli.bench.overload;

import org.jspecify.annotations.NullMarked;
