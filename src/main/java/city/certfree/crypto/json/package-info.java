/** How keys and tokens are written, read strictly: JSON and base64url in exactly one form each. */
@NullMarked
package city.certfree.crypto.json;

import org.jspecify.annotations.NullMarked;
