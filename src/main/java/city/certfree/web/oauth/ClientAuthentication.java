package city.certfree.web.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.certfree.access.client.ClientProof;
import city.certfree.token.AccessTokens;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;

/** Reads how a client authenticates: {@code client_secret_basic} or {@code private_key_jwt}, one of them and no other. */
@Singleton
final class ClientAuthentication {
    private static final String BASIC = "Basic ";

    private final AccessTokens tokens;

    ClientAuthentication(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The proof in a token request.
     *
     * @throws TokenError {@code invalid_client} if there is none, or {@code invalid_request} if there are several
     */
    ClientProof read(List<String> authorizations, FormParameters form) {
        boolean asserted = form.find("client_assertion").isPresent()
                || form.find("client_assertion_type").isPresent();
        int ways = authorizations.size() + (asserted ? 1 : 0);
        if (ways > 1) {
            throw new TokenError(Oauth.INVALID_REQUEST, "a client authenticates in one way");
        }
        if (ways == 0) {
            throw invalidClient("a client authenticates by client_secret_basic or private_key_jwt");
        }
        var proof = asserted ? assertion(form) : basic(authorizations.getFirst());
        if (form.find("client_id").filter(id -> !id.equals(proof.clientId())).isPresent()) {
            throw new TokenError(Oauth.INVALID_REQUEST, "client_id is another than the authenticated one");
        }
        return proof;
    }

    /** Id and secret are form-encoded before they are joined (RFC 6749, section 2.3.1). */
    private static ClientProof basic(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw invalidClient("the scheme is Basic");
        }
        var joined = decoded(authorization.substring(BASIC.length()).strip());
        int colon = joined.indexOf(':');
        if (colon < 0) {
            throw invalidClient("the credentials are no id and secret");
        }
        return new ClientProof.Secret(
                FormParameters.decode(joined.substring(0, colon)), FormParameters.decode(joined.substring(colon + 1)));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalidClient("the credentials are no Base64");
        }
    }

    private ClientProof assertion(FormParameters form) {
        if (!form.find("client_assertion_type").filter(Oauth.JWT_BEARER::equals).isPresent()) {
            throw invalidClient("client_assertion_type is " + Oauth.JWT_BEARER);
        }
        var assertion = form.find("client_assertion").orElseThrow(() -> invalidClient("client_assertion is missing"));
        var clientId = form.find("client_id").or(() -> tokens.claimedClient(assertion));
        return new ClientProof.SignedAssertion(
                clientId.orElseThrow(() -> invalidClient("the assertion names no client")), assertion);
    }

    private static TokenError invalidClient(String description) {
        return new TokenError(Oauth.INVALID_CLIENT, description);
    }
}
