/** The counter: a clerk opens a case, proves what the item needs, and sees a verdict. Pages, for people. */
@NullMarked
package city.certfree.web.console;

import org.jspecify.annotations.NullMarked;
