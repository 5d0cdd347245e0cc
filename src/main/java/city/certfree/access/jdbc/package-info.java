@NullMarked
package city.certfree.access.jdbc;

import org.jspecify.annotations.NullMarked;
