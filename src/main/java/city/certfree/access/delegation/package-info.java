/** Who may show another's licence: one licence, for one item, until a moment, revocable at once (委托授权). */
@NullMarked
package city.certfree.access.delegation;

import org.jspecify.annotations.NullMarked;
