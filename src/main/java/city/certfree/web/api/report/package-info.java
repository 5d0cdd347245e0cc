/** What citizens report. */
@NullMarked
package city.certfree.web.api.report;

import org.jspecify.annotations.NullMarked;
