/** Drills: something goes wrong while clients are at work, and afterwards nothing is lost and nothing is doubled. */
@NullMarked
package city.certfree.cli.drill;

import org.jspecify.annotations.NullMarked;
