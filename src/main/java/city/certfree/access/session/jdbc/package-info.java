@NullMarked
package city.certfree.access.session.jdbc;

import org.jspecify.annotations.NullMarked;
