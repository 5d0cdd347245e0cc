/** The measurement behind {@code certfree bench}: a database, a service and a driver as processes of their own. */
@NullMarked
package city.certfree.cli.bench;

import org.jspecify.annotations.NullMarked;
