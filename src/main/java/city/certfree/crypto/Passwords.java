package city.certfree.crypto;

/** Hashes passwords and client secrets (Argon2id, RFC 9106), and checks them. */
public interface Passwords {
    /** A salted hash in the PHC string form, with its parameters. */
    String hash(String password);

    /** Whether the password is the hashed one. */
    boolean matches(String password, String hash);

    /** Does the work of {@link #matches} on nothing, so that an unknown name costs the same time as a wrong password. */
    void matchNothing(String password);
}
