@NullMarked
package city.certfree.access.account.jdbc;

import org.jspecify.annotations.NullMarked;
