/** The people who use the service: accounts, roles, and what slows down whoever guesses their passwords. */
@NullMarked
package city.certfree.access.account;

import org.jspecify.annotations.NullMarked;
