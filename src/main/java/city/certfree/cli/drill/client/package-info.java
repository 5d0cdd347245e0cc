/** The clients of a drill: they ask, write everything down, and ask again what they are in doubt about. */
@NullMarked
package city.certfree.cli.drill.client;

import org.jspecify.annotations.NullMarked;
