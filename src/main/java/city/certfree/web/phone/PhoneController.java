package city.certfree.web.phone;

import city.certfree.access.account.DemoGate;
import city.certfree.access.account.Principal;
import city.certfree.channel.LicenceView;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.licence.LicenceStatus;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The citizen's licences; before that, signing in. */
@Hidden
@Controller("/phone")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class PhoneController {
    private final Visitor visitor;
    private final DemoGate demo;

    PhoneController(Visitor visitor, DemoGate demo) {
        this.visitor = visitor;
        this.demo = demo;
    }

    @Get
    HttpResponse<?> wallet(HttpRequest<?> request, Optional<Principal> caller) {
        var citizen = Visitor.citizen(caller);
        if (citizen.isEmpty()) {
            return HttpResponse.ok(
                    new ModelAndView<>("phone/signIn", new PhoneSignInController.Door(demo.isOpen(), "")));
        }
        return HttpResponse.ok(new ModelAndView<>("phone/wallet", wallet(request, citizen.get())));
    }

    /** Valid licences first, and of those the ones that can be held out. */
    private Wallet wallet(HttpRequest<?> request, HolderCode citizen) {
        var cards = visitor.licences(citizen).stream()
                .map(this::card)
                .sorted(Comparator.comparing(Card::isValid)
                        .thenComparing(Card::showable)
                        .reversed())
                .toList();
        return new Wallet(visitor.csrf(request), greeting(cards, citizen), cards);
    }

    private Card card(LicenceView licence) {
        return new Card(
                licence,
                LicenceStatus.valueOf(licence.status()),
                visitor.type(licence).channels().contains(Channel.SHOW));
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

    /** What the page shows. */
    @Introspected
    public record Wallet(String csrf, String name, List<Card> cards) {
        public Wallet {
            cards = List.copyOf(cards);
        }
    }

    /**
     * One licence among others.
     *
     * @param showable whether licences of its type can be held out
     */
    public record Card(LicenceView licence, LicenceStatus status, boolean showable) {
        public boolean isValid() {
            return status == LicenceStatus.VALID;
        }
    }
}
