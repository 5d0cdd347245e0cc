/** Keys, signatures and passwords by BouncyCastle. Everything else uses the ports above. */
@NullMarked
package city.certfree.crypto.bc;

import org.jspecify.annotations.NullMarked;
