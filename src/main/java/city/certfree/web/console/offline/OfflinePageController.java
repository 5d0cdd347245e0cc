package city.certfree.web.console.offline;

import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The page that a counter shows when it has no network. It says nothing of anybody, for the browser keeps it. */
@Hidden
@OnlyFor(value = Party.CLERK, door = "/counter")
@Controller("/counter/offline")
final class OfflinePageController {
    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> page() {
        return HttpResponse.ok(new ModelAndView<>("offline/offline", Map.of()));
    }
}
