/** What is done with secret keys: sealing, and the HMAC of the index. */
@NullMarked
package city.certfree.crypto.bc.secret;

import org.jspecify.annotations.NullMarked;
