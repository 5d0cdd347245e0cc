package city.certfree.web.console.shift;

import city.certfree.access.account.Principal.Staff;
import city.certfree.registry.Registry;
import city.certfree.web.page.AtWindow;
import city.certfree.web.signin.CsrfToken;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Tells at whose desk a page is shown. */
@Singleton
public final class Desks {
    private final Registry registry;
    private final CsrfToken csrf;

    Desks(Registry registry, CsrfToken csrf) {
        this.registry = registry;
        this.csrf = csrf;
    }

    /** The desk of a clerk. */
    public Desk of(HttpRequest<?> request, Staff clerk) {
        var office = registry.current().catalogue().office(clerk.office());
        var name = office.map(o -> o.name()).orElse(clerk.office().value());
        return new Desk(name, AtWindow.number(request), clerk.account(), csrf.of(request));
    }

    /**
     * Passes a form of one of these pages.
     *
     * @throws city.certfree.web.problem.ProblemException {@code role-forbidden} when it does not carry the session's token
     */
    void check(HttpRequest<?> request, String given) {
        csrf.check(request, given);
    }
}
