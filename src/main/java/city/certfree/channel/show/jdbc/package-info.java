/** Keeps what citizens hold out, so that each is accepted once on all nodes together. */
@NullMarked
package city.certfree.channel.show.jdbc;

import org.jspecify.annotations.NullMarked;
