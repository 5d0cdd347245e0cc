/** The published versions of the registry, and the one in force. */
@NullMarked
package city.certfree.registry.version;

import org.jspecify.annotations.NullMarked;
