package city.certfree.web.console.shift;

import city.certfree.access.session.SessionToken;
import city.certfree.access.window.TakeSeat;
import city.certfree.access.window.WindowNumber;
import city.certfree.web.page.Typed;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/** Gives a clerk who has just signed in a place at a window. */
@Singleton
public final class Seating {
    private final TakeSeat take;
    private final WindowCookie cookie;

    Seating(TakeSeat take, WindowCookie cookie) {
        this.take = take;
        this.cookie = cookie;
    }

    /**
     * The answer to the sign-in, after which the machine remembers the window.
     *
     * @param typed the window's number; what is none stands for one that was not told
     */
    public HttpResponse<?> seat(HttpResponse<?> signedIn, SessionToken token, String typed) {
        var number = Typed.as(WindowNumber::new, typed).orElseGet(() -> new WindowNumber(""));
        take.take(token, number);
        return signedIn.toMutableResponse().cookie(cookie.holding(number));
    }
}
