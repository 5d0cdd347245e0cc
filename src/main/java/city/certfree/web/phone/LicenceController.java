package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.kernel.CityTime;
import city.certfree.web.appearance.Appearance;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Optional;

/** One of the citizen's licences, with the choice of what to show of it. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone?to={here}")
@Controller("/phone/licences")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class LicenceController {
    private final Visitor visitor;
    private final Offers offers;
    private final Clock clock;

    LicenceController(Visitor visitor, Offers offers, Clock clock) {
        this.visitor = visitor;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * @param item the item that it is to be shown for; empty: none is chosen
     * @param q what items are searched by
     */
    @Get("/{identifier}")
    HttpResponse<?> licence(
            HttpRequest<?> request,
            Optional<Principal> caller,
            @PathVariable String identifier,
            @QueryValue(defaultValue = "") String item,
            @QueryValue(defaultValue = "") String q) {
        var citizen = Visitor.citizen(caller);
        if (citizen.isEmpty()) {
            return HttpResponse.seeOther(Visitor.START);
        }
        var licence = visitor.licence(citizen.get(), identifier);
        if (licence.isEmpty()) {
            return missing(request);
        }
        var card = Card.of(licence.get(), visitor.type(licence.get()), CityTime.today(clock));
        var offer = offers.of(card.type(), item, q.strip());
        return HttpResponse.ok(new ModelAndView<>("phone/licence", new Opened(visitor.csrf(request), card, offer)));
    }

    static HttpResponse<?> missing(HttpRequest<?> request) {
        var in = Appearance.of(request).language();
        return Missing.page(
                in.of("没有这张证照", "There is no such licence"),
                in.of("它可能已经换发，请在“我的证照”中重新选择。", "It may have been replaced. Please choose again in “My licences”."),
                "/phone",
                in.of("我的证照", "My licences"));
    }

    /** What the page shows. */
    @Introspected
    public record Opened(String csrf, Card card, Offer offer) {}
}
