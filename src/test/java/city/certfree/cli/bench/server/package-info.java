@NullMarked
package city.certfree.cli.bench.server;

import org.jspecify.annotations.NullMarked;
