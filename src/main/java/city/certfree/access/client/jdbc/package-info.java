@NullMarked
package city.certfree.access.client.jdbc;

import org.jspecify.annotations.NullMarked;
