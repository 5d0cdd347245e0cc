package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.channel.delegation.DelegationView;
import city.certfree.channel.delegation.ReadDelegations;
import city.certfree.channel.delegation.RevokeDelegation;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.RandomId;
import city.certfree.web.page.Form;
import city.certfree.web.page.Typed;
import city.certfree.web.page.Wording;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** What a citizen lets others show, with the button that takes it back, and what he or she may show for others. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone?to={here}")
@Controller("/phone/delegations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class DelegationsController {
    static final URI LIST = URI.create("/phone/delegations");

    private final ReadDelegations read;
    private final RevokeDelegation revoke;
    private final CsrfToken csrf;

    DelegationsController(ReadDelegations read, RevokeDelegation revoke, CsrfToken csrf) {
        this.read = read;
        this.revoke = revoke;
        this.csrf = csrf;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Principal.Citizen citizen) {
        var given = read.givenBy(citizen.holder());
        var received = read.givenTo(citizen.holder());
        return HttpResponse.ok(new ModelAndView<>("phone/delegations", new Both(csrf.of(request), given, received)));
    }

    /** Takes one back; another's is none. */
    @Post("/revocations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(HttpRequest<?> request, Principal.Citizen citizen, @Body Map<String, Object> body) {
        var form = new Form(body);
        csrf.check(request, form.text(CsrfToken.FIELD));
        boolean done = Typed.as(RandomId::parse, form.text("delegationId"))
                .filter(id -> revoke.revoke(citizen.holder(), id))
                .isPresent();
        return done ? HttpResponse.seeOther(LIST) : LicenceController.missing(request);
    }

    /** The last day, as the form asked for it; to the second where the end is within a day. */
    public static String through(Instant end) {
        var last = end.minusSeconds(1).atZone(CityTime.ZONE);
        boolean midnight = end.atZone(CityTime.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? last.toLocalDate().toString() : Wording.moment(end);
    }

    /** What the page shows. */
    @Introspected
    public record Both(String csrf, List<DelegationView> given, List<DelegationView> received) {
        public Both {
            given = List.copyOf(given);
            received = List.copyOf(received);
        }
    }
}
