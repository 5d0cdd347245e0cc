/** Who is signed in: sessions of staff and citizens, from signing in to signing out. */
@NullMarked
package city.certfree.access.session;

import org.jspecify.annotations.NullMarked;
