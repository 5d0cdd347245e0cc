package city.certfree.web.phone;

import city.certfree.access.account.DemoGate;
import city.certfree.access.account.Principal;
import city.certfree.kernel.HolderCode;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The citizen's licences; before that, signing in. */
@Hidden
@Controller("/phone")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class PhoneController {
    private final Visitor visitor;
    private final Wallet wallet;
    private final DemoGate demo;

    PhoneController(Visitor visitor, Wallet wallet, DemoGate demo) {
        this.visitor = visitor;
        this.wallet = wallet;
        this.demo = demo;
    }

    /**
     * @param q what licences are searched by; empty: all of them are shown
     * @param to the page that signing in leads to; empty: to this one
     */
    @Get
    HttpResponse<?> wallet(
            HttpRequest<?> request,
            Optional<Principal> caller,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String to) {
        var citizen = Visitor.citizen(caller);
        if (citizen.isEmpty()) {
            return HttpResponse.ok(
                    new ModelAndView<>("phone/signIn", new PhoneSignInController.Door(demo.isOpen(), to, "")));
        }
        return HttpResponse.ok(new ModelAndView<>("phone/wallet", opened(request, citizen.get(), q.strip())));
    }

    private Opened opened(HttpRequest<?> request, HolderCode citizen, String q) {
        var cards = wallet.of(citizen);
        var ending = cards.stream().filter(Card::endsSoon).toList();
        var groups = Wallet.grouped(wallet.narrowed(cards, q));
        return new Opened(visitor.csrf(request), greeting(cards, citizen), cards.size(), q, ending, groups);
    }

    /** The name on the citizen's own licences; empty when there is none. */
    private static String greeting(List<Card> cards, HolderCode citizen) {
        return cards.stream()
                .flatMap(card -> card.licence().holders().stream())
                .filter(holder -> holder.code().equals(citizen.value()))
                .map(holder -> holder.name())
                .findFirst()
                .orElse("");
    }

    /**
     * What the page shows.
     *
     * @param total how many licences there are, found or not
     * @param ending those of all that end within 90 days
     * @param groups those that were found
     */
    @Introspected
    public record Opened(
            String csrf, String name, int total, String q, List<Card> ending, Map<Card.Group, List<Card>> groups) {
        public Opened {
            ending = List.copyOf(ending);
            groups = Collections.unmodifiableMap(new EnumMap<>(groups));
        }
    }
}
