/** Grants: applying, reviewing, deciding, withdrawing. */
@NullMarked
package city.certfree.web.api.grant;

import org.jspecify.annotations.NullMarked;
