package city.certfree.web.signin;

import city.certfree.access.account.Principal;
import city.certfree.access.client.IdentifyClient;
import city.certfree.access.session.ResumeSession;
import city.certfree.kernel.Presumptions;
import city.certfree.web.problem.ProblemCode;
import city.certfree.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who has sent a request: found out once, and then remembered by the request. */
@Singleton
public final class SignedIn {
    private static final String KNOWN = "certfree.signed-in";

    private final CredentialsReader credentials;
    private final ResumeSession sessions;
    private final IdentifyClient clients;
    private final Presumptions presumptions;

    SignedIn(CredentialsReader credentials, ResumeSession sessions, IdentifyClient clients, Presumptions presumptions) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.clients = clients;
        this.presumptions = presumptions;
    }

    /**
     * Who has sent the request; empty when nobody is signed in. The first call for a request may read the database, and so
     * belongs on a thread that may block.
     */
    public Optional<Principal> of(HttpRequest<?> request) {
        return known(request).orElseGet(() -> findOut(request)).principal();
    }

    /** The answer of the first call, if there was one; it never blocks. */
    static Optional<Known> known(HttpRequest<?> request) {
        return request.getAttribute(KNOWN, Known.class);
    }

    /**
     * Finds out anew who has sent the request, by what is stored now, and has the rest of the request go by that.
     *
     * @throws ProblemException {@code not-signed-in} if it is not who it seemed to be
     */
    public void makeSure(HttpRequest<?> request) {
        var presumed = of(request);
        presumptions.end();
        if (!findOut(request).principal().equals(presumed)) {
            throw ProblemException.of(ProblemCode.NOT_SIGNED_IN);
        }
    }

    private Known findOut(HttpRequest<?> request) {
        var found =
                switch (credentials.read(request)) {
                    case Credentials.None none -> new Known(Optional.empty(), Challenge.NONE_SENT);
                    case Credentials.OfSession(var token) -> new Known(sessions.resume(token), Challenge.NONE_SENT);
                    case Credentials.Bearer(var token) -> new Known(clients.identify(token), Challenge.INVALID_TOKEN);
                    case Credentials.Several several -> new Known(Optional.empty(), Challenge.INVALID_REQUEST);
                };
        request.setAttribute(KNOWN, found);
        return found;
    }

    /** @param challenge with which a 401 answers, should there be one */
    record Known(Optional<Principal> principal, Challenge challenge) {}

    /** What a 401 says of how to sign in (RFC 6750, section 3). */
    enum Challenge {
        NONE_SENT("Bearer"),
        INVALID_TOKEN("Bearer error=\"invalid_token\""),
        INVALID_REQUEST("Bearer error=\"invalid_request\"");

        private final String header;

        Challenge(String header) {
            this.header = header;
        }

        String header() {
            return header;
        }
    }
}
