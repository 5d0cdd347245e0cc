/** An act with a key happens once, however often it is asked for. {@code .jdbc} keeps the keys and the first answers. */
@NullMarked
package city.certfree.channel.once;

import org.jspecify.annotations.NullMarked;
