@NullMarked
package city.certfree.licence.statuslist.jdbc;

import org.jspecify.annotations.NullMarked;
