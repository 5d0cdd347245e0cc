package city.certfree.web.signin;

import city.certfree.crypto.KeyedIndex;
import city.certfree.kernel.Sha256;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form of ours carries and one of another site cannot know: a keyed digest of the session. */
@Singleton
public final class CsrfToken {
    /** The name of the form field. */
    public static final String FIELD = "csrf";

    private final SessionCookie cookie;
    private final KeyedIndex index;

    CsrfToken(SessionCookie cookie, KeyedIndex index) {
        this.cookie = cookie;
        this.index = index;
    }

    /** The value for the forms of a page; empty text before sign-in, when there is no session to protect. */
    public String of(HttpRequest<?> request) {
        return expected(request).map(Sha256::toString).orElse("");
    }

    /**
     * Passes a form that carries the session's token.
     *
     * @throws ProblemException {@code role-forbidden} for every other, and without a session
     */
    public void check(HttpRequest<?> request, String given) {
        var expected = expected(request).map(Sha256::toString).orElse("");
        boolean same = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
        if (expected.isEmpty() || !same) {
            throw new ProblemException(
                    ProblemCode.ROLE_FORBIDDEN, "the form does not belong to this sign-in", List.of(), Map.of());
        }
    }

    private Optional<Sha256> expected(HttpRequest<?> request) {
        return cookie.in(request).map(token -> index.of("csrf", token.value().toBytes()));
    }
}
