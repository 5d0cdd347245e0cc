/** At which window a clerk sits, and whether the screen there waits for the password. */
@NullMarked
package city.certfree.access.window;

import org.jspecify.annotations.NullMarked;
