package city.certfree.access.client;

import city.certfree.crypto.Passwords;
import city.certfree.kernel.Transactions;
import city.certfree.token.AccessTokens;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Checks a system's proof. An unknown or disabled client takes the same work as one that proves nothing. */
@Singleton
final class ProveClient {
    /** Against this an assertion is checked that names no client with keys: the base point of P-256. */
    private static final String NOBODYS_KEYS =
            """
            {"keys":[{"kty":"EC","crv":"P-256","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",\
            "y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}]}""";

    private final UsableClients clients;
    private final UsedAssertions used;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final Transactions transactions;

    ProveClient(
            UsableClients clients,
            UsedAssertions used,
            Passwords passwords,
            AccessTokens tokens,
            Transactions transactions) {
        this.clients = clients;
        this.used = used;
        this.passwords = passwords;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    boolean proves(ClientProof proof, Instant now) {
        return switch (proof) {
            case ClientProof.Secret secret -> proves(secret);
            case ClientProof.SignedAssertion assertion -> proves(assertion, now);
        };
    }

    private boolean proves(ClientProof.Secret proof) {
        var hash = clients.find(proof.clientId()).map(Client::secretHash);
        if (hash.isEmpty()) {
            passwords.matchNothing(proof.secret());
            return false;
        }
        return passwords.matches(proof.secret(), hash.get());
    }

    private boolean proves(ClientProof.SignedAssertion proof, Instant now) {
        var jwks = clients.find(proof.clientId()).map(Client::jwks);
        var assertion = tokens.verifyAssertion(proof.assertion(), proof.clientId(), jwks.orElse(NOBODYS_KEYS), now);
        return jwks.isPresent()
                && assertion
                        .filter(a -> transactions.write(() -> used.use(proof.clientId(), a.jti(), a.expiresAt())))
                        .isPresent();
    }
}
