/** Keeps delegations; who is who in them is sealed. */
@NullMarked
package city.certfree.access.delegation.jdbc;

import org.jspecify.annotations.NullMarked;
