/** The four ways to prove without paper: share, verify, look up, show. They do not know each other; here is what they share. */
@NullMarked
package city.certfree.channel;

import org.jspecify.annotations.NullMarked;
