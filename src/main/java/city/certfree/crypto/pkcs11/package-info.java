/** Keys in a hardware security module, through the platform's PKCS#11 provider. */
@NullMarked
package city.certfree.crypto.pkcs11;

import org.jspecify.annotations.NullMarked;
