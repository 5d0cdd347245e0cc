package city.certfree.web.console;

import city.certfree.access.account.Principal;
import city.certfree.web.page.Wording;
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
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The sheet of a case, for its file: which papers were not needed, and under which numbers their proofs are recorded. */
@Hidden
@OnlyFor(value = Party.CLERK, door = "/counter")
@Controller("/counter/summary")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SummaryController {
    private final Counter counter;
    private final Clock clock;

    SummaryController(Counter counter, Clock clock) {
        this.counter = counter;
        this.clock = clock;
    }

    @Post
    HttpResponse<?> summary(HttpRequest<?> request, Optional<Principal> caller, @Body Map<String, Object> body) {
        var at = Wording.moment(clock.instant());
        return counter.step(
                request,
                caller,
                body,
                situation -> HttpResponse.ok(
                        new ModelAndView<>("counter/summary", Map.of("work", counter.overview(situation), "at", at))));
    }
}
