/** The status lists: what has become of every licence, in bits that say nothing else. Pure; {@code .jdbc} reads them. */
@NullMarked
package city.certfree.licence.statuslist;

import org.jspecify.annotations.NullMarked;
