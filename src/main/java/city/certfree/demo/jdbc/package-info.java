@NullMarked
package city.certfree.demo.jdbc;

import org.jspecify.annotations.NullMarked;
