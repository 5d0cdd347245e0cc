package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.channel.LicenceView;
import city.certfree.kernel.Channel;
import city.certfree.licence.LicenceStatus;
import city.certfree.registry.LicenceType;
import city.certfree.web.page.Missing;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** One of the citizen's licences, with the choice of what to show of it. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone")
@Controller("/phone/licences")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class LicenceController {
    private final Visitor visitor;

    LicenceController(Visitor visitor) {
        this.visitor = visitor;
    }

    @Get("/{identifier}")
    HttpResponse<?> licence(HttpRequest<?> request, Optional<Principal> caller, @PathVariable String identifier) {
        var citizen = Visitor.citizen(caller);
        if (citizen.isEmpty()) {
            return HttpResponse.seeOther(Visitor.START);
        }
        var licence = visitor.licence(citizen.get(), identifier);
        if (licence.isEmpty()) {
            return missing();
        }
        var type = visitor.type(licence.get());
        var opened = new Opened(
                visitor.csrf(request),
                licence.get(),
                LicenceStatus.valueOf(licence.get().status()),
                type,
                type.channels().contains(Channel.SHOW));
        return HttpResponse.ok(new ModelAndView<>("phone/licence", opened));
    }

    static HttpResponse<?> missing() {
        return Missing.page("没有这张证照", "它可能已经换发，请在“我的证照”中重新选择。", "/phone", "我的证照");
    }

    /**
     * What the page shows.
     *
     * @param showable whether licences of its type can be held out
     */
    @Introspected
    public record Opened(String csrf, LicenceView licence, LicenceStatus status, LicenceType type, boolean showable) {}
}
