/**
 * Verifies ES256 by a key that verifies often, twice as fast as the library: a stage of every redemption of a show-licence
 * token. All its numbers are public, and it takes no care to hide them; nothing here may sign.
 */
@NullMarked
package city.certfree.crypto.bc.p256;

import org.jspecify.annotations.NullMarked;
