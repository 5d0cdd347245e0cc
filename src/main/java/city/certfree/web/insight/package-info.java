/** To see inside: figures on a port of their own, traces of requests, and log lines that hold up nobody. */
@NullMarked
package city.certfree.web.insight;

import org.jspecify.annotations.NullMarked;
