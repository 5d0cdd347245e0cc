/** HTTP/1.1 as the processes that put load on the service speak it: requests as bytes, and connections that cost little. */
@NullMarked
package city.certfree.cli.bench.http;

import org.jspecify.annotations.NullMarked;
