/** Other offices' systems: how they prove themselves, and the access tokens they get. */
@NullMarked
package city.certfree.access.client;

import org.jspecify.annotations.NullMarked;
