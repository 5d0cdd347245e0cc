@NullMarked
package city.certfree.cli.bench.http;

import org.jspecify.annotations.NullMarked;
