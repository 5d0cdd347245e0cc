/** 本人: what a citizen holds, and who has used it. */
@NullMarked
package city.certfree.channel.own;

import org.jspecify.annotations.NullMarked;
