/** Tokens by Nimbus JOSE + JWT and Authlete's SD-JWT, behind a parser of our own that is stricter than both. */
@NullMarked
package city.certfree.token.jose;

import org.jspecify.annotations.NullMarked;
