package city.certfree.access.account;

import city.certfree.crypto.TotpSecret;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.OfficeCode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The account of a member of an office's staff.
 *
 * @param name the sign-in name: 1 to 64 of {@code a-z 0-9 . _ -}, the first a letter or digit
 * @param role any but {@link Role#CITIZEN}: citizens have no accounts here
 * @param passwordHash Argon2id in the PHC string form
 * @param passwordSetAt sessions begun before are over
 * @param demo works only while the {@link DemoGate} is open
 * @param disabledAt null while it works
 * @param secondFactor the secret of its one-time passwords; null: none is set
 */
public record Account(
        String name,
        Role role,
        OfficeCode office,
        String passwordHash,
        Instant passwordSetAt,
        boolean demo,
        @Nullable Instant disabledAt,
        Instant createdAt,
        @Nullable TotpSecret secondFactor) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public Account {
        if (!isName(name)) {
            throw InvalidValue.because(
                    "an account's name has 1 to 64 characters of a-z 0-9 . _ - and begins with a letter or digit");
        }
        if (role == Role.CITIZEN) {
            throw InvalidValue.because("a citizen has no account");
        }
    }

    /** Whether an account could have this name; no other is ever looked up. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether somebody may sign in with it, and go on working. */
    public boolean isUsable(DemoGate gate) {
        return disabledAt == null && (!demo || gate.isOpen());
    }

    /** Whether a password alone is not enough to sign in with it. */
    public boolean needsSecondFactor() {
        return secondFactor != null || role.needsSecondFactor();
    }

    public Principal.Staff principal() {
        return new Principal.Staff(name, role, office);
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
