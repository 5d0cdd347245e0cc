/** HTTP by audience: systems, clerks and officers, citizens, the public; and errors. */
@NullMarked
package city.certfree.web;

import org.jspecify.annotations.NullMarked;
