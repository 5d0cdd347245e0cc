/** How licences come in: what issuers deliver is checked, row by row, signed and stored. Files are read by {@code licence.feed}. */
@NullMarked
package city.certfree.licence.intake;

import org.jspecify.annotations.NullMarked;
