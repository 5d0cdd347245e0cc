@NullMarked
package city.certfree.access.alarm.jdbc;

import org.jspecify.annotations.NullMarked;
