/** Reading what comes from outside: strict JSON into records, and every broken rule with its place. */
@NullMarked
package city.certfree.web.input;

import org.jspecify.annotations.NullMarked;
