/** What people type stays text, wherever it is shown to somebody else. */
@NullMarked
package city.certfree.browser.typed;

import org.jspecify.annotations.NullMarked;
