/** Keys and signatures by BouncyCastle, and the files that keys come from. Everything else uses the ports above. */
@NullMarked
package city.certfree.crypto.bc;

import org.jspecify.annotations.NullMarked;
