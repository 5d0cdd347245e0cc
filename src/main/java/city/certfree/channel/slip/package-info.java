/**
 * The slip of a use (回执): what a clerk prints for the citizen, what it leads everybody to, and the clerk's list of a day.
 * {@code .jdbc} counts the prints.
 */
@NullMarked
package city.certfree.channel.slip;

import org.jspecify.annotations.NullMarked;
