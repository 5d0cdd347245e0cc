package city.certfree.web.signin;

import city.certfree.access.session.SessionToken;

/** What a request brings to prove who sends it; nothing of it is verified. */
sealed interface Credentials {
    record None() implements Credentials {}

    /** A person's session cookie. */
    record OfSession(SessionToken token) implements Credentials {}

    /** A system's access token (RFC 6750, section 2.1). */
    record Bearer(String accessToken) implements Credentials {
        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "Bearer";
        }
    }

    /** More than one at a time, of which none is taken. */
    record Several() implements Credentials {}
}
