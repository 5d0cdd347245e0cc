@NullMarked
package city.certfree.access.grant.jdbc;

import org.jspecify.annotations.NullMarked;
