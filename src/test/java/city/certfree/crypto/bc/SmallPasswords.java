package city.certfree.crypto.bc;

import city.certfree.crypto.Passwords;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/**
 * As in production, with a thousandth of the memory: a service of the tests loads its people anew and signs them in again and again.
 * What passwords cost is for {@link Argon2PasswordsTest}, and for the services that tests start as processes of their own.
 */
@Singleton
@Replaces(Argon2Passwords.class)
final class SmallPasswords implements Passwords {
    private static final int MEMORY_KIB = 16;

    private final Passwords small = new Argon2Passwords(MEMORY_KIB);

    @Override
    public String hash(String password) {
        return small.hash(password);
    }

    @Override
    public boolean matches(String password, String hash) {
        return small.matches(password, hash);
    }

    @Override
    public void matchNothing(String password) {
        small.matchNothing(password);
    }
}
