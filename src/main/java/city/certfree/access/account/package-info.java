/** The people and systems that use the service: accounts, clients, sessions, roles. */
@NullMarked
package city.certfree.access.account;

import org.jspecify.annotations.NullMarked;
