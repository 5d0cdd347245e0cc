@NullMarked
package city.certfree.access.quota.jdbc;

import org.jspecify.annotations.NullMarked;
