/** What READ COMMITTED lets happen, and that none of it happens to what may happen only once (R1, R4). */
@NullMarked
package city.certfree.story.anomaly;

import org.jspecify.annotations.NullMarked;
