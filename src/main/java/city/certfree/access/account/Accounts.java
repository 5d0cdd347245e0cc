package city.certfree.access.account;

import city.certfree.crypto.TotpSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts of the offices' staff. */
public interface Accounts {
    /** The account of this name; empty when there is none, or the text cannot be a name. */
    Optional<Account> find(String name);

    /** All accounts, by name. */
    List<Account> all();

    /** Adds an account that works, and answers true; changes nothing and answers false when the name is taken. */
    boolean add(Account account);

    /** Disables an account, which keeps the time of the first disabling; false when there is none. */
    boolean disable(String name, Instant at);

    /** Sets another password and enables the account; false when there is none. */
    boolean reset(String name, String passwordHash, Instant at);

    /** Sets another second factor and ends the sessions begun before; false when there is no such account. */
    boolean setSecondFactor(String name, TotpSecret secret, Instant at);
}
