/** The driver: a process that puts load on the service and on the database, and times the answers. */
@NullMarked
package city.certfree.cli.bench.drive;

import org.jspecify.annotations.NullMarked;
