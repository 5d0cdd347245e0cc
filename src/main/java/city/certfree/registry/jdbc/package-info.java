/** The tables of the registry's versions. */
@NullMarked
package city.certfree.registry.jdbc;

import org.jspecify.annotations.NullMarked;
