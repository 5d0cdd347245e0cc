/** The slip of a use (回执): what a clerk prints for the citizen, and what it leads everybody to. {@code .jdbc} counts the prints. */
@NullMarked
package city.certfree.channel.slip;

import org.jspecify.annotations.NullMarked;
