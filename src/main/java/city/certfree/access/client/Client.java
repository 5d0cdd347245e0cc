package city.certfree.access.client;

import city.certfree.access.account.DemoGate;
import city.certfree.access.account.Principal;
import city.certfree.kernel.Alphabet;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.OfficeCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another office's system (接入系统).
 *
 * @param id its client id: 1 to 64 of {@code 0-9 A-Z a-z . _ -}, the first a letter or digit
 * @param secretHash Argon2id in the PHC string form; null when it proves itself by a key
 * @param jwks its public keys (RFC 7517); null when it proves itself by a secret
 * @param issues whether it may issue licences of its office's departments, and not only ask
 * @param demo works only while the {@link DemoGate} is open
 * @param disabledAt null while it works
 */
public record Client(
        String id,
        OfficeCode office,
        @Nullable String secretHash,
        @Nullable String jwks,
        boolean issues,
        boolean demo,
        @Nullable Instant disabledAt,
        Instant createdAt) {
    private static final Alphabet ID = Alphabet.of("0-9A-Za-z._-");
    private static final Alphabet ID_BEGIN = Alphabet.of("0-9A-Za-z");
    private static final int LONGEST_ID = 64;

    public Client {
        if (!isId(id)) {
            throw InvalidValue.because(
                    "a client id has 1 to 64 characters of 0-9 A-Z a-z . _ - and begins with a letter or digit");
        }
        if ((secretHash == null) == (jwks == null)) {
            throw InvalidValue.because("a client proves itself by a secret or by its keys");
        }
    }

    /** Whether a client could have this id; no other is ever looked up. */
    public static boolean isId(String text) {
        return ID.spells(text, 1, LONGEST_ID) && ID_BEGIN.has(text.charAt(0));
    }

    /** Whether it may get tokens and use them. */
    public boolean isUsable(DemoGate gate) {
        return disabledAt == null && (!demo || gate.isOpen());
    }

    public Principal.BusinessSystem principal() {
        return new Principal.BusinessSystem(id, office, issues);
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
