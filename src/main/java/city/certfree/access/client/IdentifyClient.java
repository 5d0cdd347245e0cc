package city.certfree.access.client;

import city.certfree.access.account.Principal;
import city.certfree.token.AccessTokens;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Finds out, at each request, which system an access token stands for. */
@Singleton
public final class IdentifyClient {
    private final AccessTokens tokens;
    private final UsableClients clients;
    private final Clock clock;

    IdentifyClient(AccessTokens tokens, UsableClients clients, Clock clock) {
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
    }

    /** The system; empty when the token is not a good one, or its client was disabled since. */
    public Optional<Principal> identify(String accessToken) {
        return tokens.verify(accessToken, clock.instant())
                .flatMap(clients::find)
                .map(Client::principal);
    }
}
