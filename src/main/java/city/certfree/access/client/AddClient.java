package city.certfree.access.client;

import city.certfree.access.account.NewPassword;
import city.certfree.crypto.Passwords;
import city.certfree.crypto.PublicKeySets;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Admits another office's system. */
@Singleton
public final class AddClient {
    private final Clients clients;
    private final Passwords passwords;
    private final PublicKeySets keySets;
    private final Transactions transactions;
    private final Clock clock;

    AddClient(Clients clients, Passwords passwords, PublicKeySets keySets, Transactions transactions, Clock clock) {
        this.clients = clients;
        this.passwords = passwords;
        this.keySets = keySets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds the client unless its id is taken.
     *
     * @throws city.certfree.kernel.InvalidValue if the id is not one for a client, or its keys are no set of public keys
     */
    public Result add(NewClient asked) {
        var client = client(asked);
        return transactions.write(() -> clients.add(client)) ? Result.ADDED : Result.ID_TAKEN;
    }

    private Client client(NewClient asked) {
        var now = clock.instant();
        return switch (asked.credential()) {
            case Credential.Secret(var secret) ->
                new Client(
                        asked.id(),
                        asked.office(),
                        passwords.hash(secret.value()),
                        null,
                        asked.issues(),
                        asked.demo(),
                        null,
                        now);
            case Credential.Keys(var jwks) -> {
                keySets.read(jwks);
                yield new Client(asked.id(), asked.office(), null, jwks, asked.issues(), asked.demo(), null, now);
            }
        };
    }

    /**
     * What is asked for; the rules are those of {@link Client}.
     *
     * @param issues whether it may issue licences of its office's departments
     * @param demo whether it works only while the demo gate is open
     */
    public record NewClient(String id, OfficeCode office, Credential credential, boolean issues, boolean demo) {}

    /** By what a client will prove itself. */
    public sealed interface Credential {
        /** {@code client_secret_basic}. */
        record Secret(NewPassword secret) implements Credential {}

        /**
         * {@code private_key_jwt}.
         *
         * @param jwks its public keys (RFC 7517)
         */
        record Keys(String jwks) implements Credential {}
    }

    /** What came of it. */
    public enum Result {
        ADDED,
        ID_TAKEN
    }
}
