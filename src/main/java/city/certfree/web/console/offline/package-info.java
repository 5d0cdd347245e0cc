/** What a counter needs to work without a network: the page, the keys, the registry in short, and its own queue's key. */
@NullMarked
package city.certfree.web.console.offline;

import org.jspecify.annotations.NullMarked;
