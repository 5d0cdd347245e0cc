package city.certfree.web.phone.complaint;

import city.certfree.registry.Registry;
import city.certfree.web.signin.CsrfToken;
import jakarta.inject.Singleton;

/** What the pages of complaints read and check by. */
@Singleton
record Shared(Registry registry, CsrfToken csrf) {}
