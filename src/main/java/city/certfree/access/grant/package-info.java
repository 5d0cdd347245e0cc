/**
 * What offices and systems may ask: they apply, one person reviews, another decides; what is in force holds at the next request
 * on every node. {@code .jdbc} keeps it.
 */
@NullMarked
package city.certfree.access.grant;

import org.jspecify.annotations.NullMarked;
