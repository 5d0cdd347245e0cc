/** The key files: JWK sets in a folder, read at start and again whenever they change. */
@NullMarked
package city.certfree.crypto.file;

import org.jspecify.annotations.NullMarked;
