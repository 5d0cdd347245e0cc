/** How often offices' people and systems may ask: counted in memory, and exchanged between nodes every second by {@code .jdbc}. */
@NullMarked
package city.certfree.access.quota;

import org.jspecify.annotations.NullMarked;
