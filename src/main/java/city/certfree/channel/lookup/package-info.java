/** 直接查询: a clerk sees one licence, masked; unmasking is an act of its own. */
@NullMarked
package city.certfree.channel.lookup;

import org.jspecify.annotations.NullMarked;
