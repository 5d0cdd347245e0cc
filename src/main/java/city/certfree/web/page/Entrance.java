package city.certfree.web.page;

import city.certfree.access.session.SessionToken;
import city.certfree.access.session.SignOut;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;

/** Begins and ends the session of a browser. */
@Singleton
public final class Entrance {
    private final SignOut signOut;
    private final SessionCookie cookie;
    private final CsrfToken csrf;

    Entrance(SignOut signOut, SessionCookie cookie, CsrfToken csrf) {
        this.signOut = signOut;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    /** Goes on to a page with a new session; one that the browser still has ends. */
    public HttpResponse<?> enter(HttpRequest<?> request, SessionToken token, URI page) {
        cookie.in(request).ifPresent(signOut::signOut);
        return HttpResponse.seeOther(page).cookie(cookie.holding(token));
    }

    /** Ends the session for good and goes on to a page. */
    public HttpResponse<?> leave(HttpRequest<?> request, Form form, URI page) {
        var session = cookie.in(request);
        if (session.isPresent()) {
            csrf.check(request, form.text(CsrfToken.FIELD));
            signOut.signOut(session.get());
        }
        return HttpResponse.seeOther(page).cookie(cookie.removal());
    }
}
