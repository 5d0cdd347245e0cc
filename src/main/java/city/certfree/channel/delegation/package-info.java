/** Lets citizens delegate the showing of a licence, see what is delegated, and take it back. */
@NullMarked
package city.certfree.channel.delegation;

import org.jspecify.annotations.NullMarked;
