/** 在线核验: what the applicant states is compared with the register; nothing is disclosed. */
@NullMarked
package city.certfree.channel.verify;

import org.jspecify.annotations.NullMarked;
