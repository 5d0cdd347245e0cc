package city.certfree.web.console.shift;

import city.certfree.web.signin.ClientAddress;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.SessionCookie;
import jakarta.inject.Singleton;

/** What is known of a browser before it is known who sits there. */
@Singleton
record Browsers(SessionCookie cookie, CsrfToken csrf, ClientAddress address) {}
