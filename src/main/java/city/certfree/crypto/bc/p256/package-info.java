/**
 * The arithmetic of ES256 where it is done most: verifying by a key that verifies often, a stage of every redemption of a show-licence
 * token, twice as fast as the library; and multiplying the base point, most of a signature.
 *
 * <p>{@link city.certfree.crypto.bc.p256.FrequentKey} and what it is made of take no care to hide their numbers, which are public;
 * {@link city.certfree.crypto.bc.p256.BaseMultiples} has secret ones, and the library's care.
 */
@NullMarked
package city.certfree.crypto.bc.p256;

import org.jspecify.annotations.NullMarked;
