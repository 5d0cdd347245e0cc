/** The pages of officers and administrators: signing in, grants, alarms. */
@NullMarked
package city.certfree.web.console.officer;

import org.jspecify.annotations.NullMarked;
