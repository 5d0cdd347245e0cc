package city.certfree.web.console;

import city.certfree.access.account.Principal;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;

/** Tells what became of a form whose answer did not arrive: the page sends the form again, here. */
@Hidden
@OnlyFor(value = Party.CLERK, door = "/counter")
@Controller("/counter/became")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BecameController {
    private final Counter counter;
    private final Once once;

    BecameController(Counter counter, Once once) {
        this.counter = counter;
        this.once = once;
    }

    @Post
    HttpResponse<?> became(HttpRequest<?> request, Optional<Principal> caller, @Body Map<String, Object> body) {
        return counter.step(
                request,
                caller,
                body,
                at -> HttpResponse.ok(new ModelAndView<>("counter/became", Map.of("became", once.settle(at)))));
    }
}
