/** 手机亮证: the citizen holds out a token or its digits; the counter redeems it, once. {@code .jdbc} keeps them. */
@NullMarked
package city.certfree.channel.show;

import org.jspecify.annotations.NullMarked;
