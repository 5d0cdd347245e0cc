/** Keys and what is done with them: sign and verify, seal and open, the keyed index, passwords. Pure; {@code .bc} alone knows BouncyCastle, {@code .file} the key files. */
@NullMarked
package city.certfree.crypto;

import org.jspecify.annotations.NullMarked;
