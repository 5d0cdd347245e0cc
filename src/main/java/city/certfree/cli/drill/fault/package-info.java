/** What goes wrong in a drill. */
@NullMarked
package city.certfree.cli.drill.fault;

import org.jspecify.annotations.NullMarked;
