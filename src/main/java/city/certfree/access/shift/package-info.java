/** When members of staff were at work: what a counter has accepted without a network is held against it. */
@NullMarked
package city.certfree.access.shift;

import org.jspecify.annotations.NullMarked;
