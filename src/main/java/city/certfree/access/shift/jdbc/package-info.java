@NullMarked
package city.certfree.access.shift.jdbc;

import org.jspecify.annotations.NullMarked;
