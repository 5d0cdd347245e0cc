/** The journeys at the counter in a real browser, with its scripts: scanner, camera, keyboard, and a network that fails. */
@NullMarked
package city.certfree.browser;

import org.jspecify.annotations.NullMarked;
