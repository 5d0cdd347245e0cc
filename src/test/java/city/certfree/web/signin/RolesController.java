package city.certfree.web.signin;

import city.certfree.access.Requester;
import city.certfree.access.account.Principal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** A route for each way to ask who calls. */
@Hidden
@Requires(property = "test.roles")
@Controller("/test/roles")
@Produces("text/plain")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RolesController {
    private final CsrfToken csrf;

    RolesController(CsrfToken csrf) {
        this.csrf = csrf;
    }

    @Get("/silent")
    String silent() {
        return "passed";
    }

    @OnlyFor({Party.CITIZEN, Party.SECADMIN})
    @Get("/named")
    String named() {
        return "passed";
    }

    @OnlyFor({Party.CITIZEN, Party.SECADMIN})
    @Get("/both")
    String both(Principal.Staff staff) {
        return staff.account();
    }

    @OnlyFor(value = Party.CLERK, door = "/test/roles/open")
    @Get("/page")
    String page(Optional<Principal> caller) {
        return "the page";
    }

    @Get("/anybody")
    String anybody(Principal principal) {
        return principal.toString();
    }

    @Get("/staff")
    String staff(Principal.Staff staff) {
        return staff.account();
    }

    @Get("/citizen")
    String citizen(Principal.Citizen citizen) {
        return citizen.holder().value().substring(0, 6);
    }

    @Get("/system")
    String system(Principal.BusinessSystem system) {
        return system.clientId();
    }

    @Get("/requester")
    String requester(Requester requester) {
        return requester.office().value();
    }

    @Get("/whoever")
    String whoever(Optional<Principal> caller) {
        return caller.isPresent() ? "somebody" : "nobody";
    }

    @Anonymous
    @Get("/open")
    String open() {
        return "passed";
    }

    @Get("/form")
    String form(Principal principal, HttpRequest<?> request) {
        return csrf.of(request);
    }

    @Post(value = "/form", consumes = "text/plain")
    String sent(Principal principal, HttpRequest<String> request) {
        csrf.check(request, request.getBody().orElse(""));
        return "passed";
    }
}
