package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.channel.show.Presentation;
import city.certfree.channel.show.WatchShow;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.RandomId;
import city.certfree.registry.Registry;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.page.Typed;
import city.certfree.web.page.Wording;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what became of the code that is held out. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone?to={here}")
@Controller("/phone/shows")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class WatchController {
    private final WatchShow watch;
    private final Registry registry;
    private final Clock clock;

    WatchController(WatchShow watch, Registry registry, Clock clock) {
        this.watch = watch;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * The page of a used code. While it is open, a script that asks gets nothing to put on the page (204).
     *
     * @param previous the code before, which may be used while its successor is shown
     */
    @Get("/{showId}")
    HttpResponse<?> state(
            HttpRequest<?> request,
            Optional<Principal> caller,
            @PathVariable String showId,
            @QueryValue(defaultValue = "") String previous) {
        var citizen = Visitor.citizen(caller);
        if (citizen.isEmpty()) {
            return HttpResponse.seeOther(Visitor.START);
        }
        var shown = Stream.of(showId, previous)
                .flatMap(id -> presentation(citizen.get(), id).stream())
                .toList();
        if (shown.isEmpty()) {
            return LicenceController.missing(request);
        }
        var used = shown.stream()
                .filter(p -> p.stateAt(clock.instant()) == Presentation.State.USED)
                .findFirst();
        if (used.isEmpty() && request.getHeaders().contains("HX-Request")) {
            return HttpResponse.noContent();
        }
        return HttpResponse.ok(
                new ModelAndView<>("phone/watch", Map.of("watched", watched(request, shown.getFirst(), used))));
    }

    private Optional<Presentation> presentation(HolderCode citizen, String showId) {
        return Typed.as(RandomId::parse, showId).flatMap(id -> watch.watch(citizen, id));
    }

    private Watched watched(HttpRequest<?> request, Presentation latest, Optional<Presentation> used) {
        var catalogue = registry.current().catalogue();
        var licence = used.orElse(latest).licence();
        var in = Appearance.of(request).language();
        var type = catalogue
                .type(licence.type())
                .map(t -> in.of(t.name(), t.englishName()))
                .orElse(in.of("证照", "Licence"));
        var office = used.flatMap(p -> Optional.ofNullable(p.usedBy()))
                .flatMap(catalogue::office)
                .map(o -> o.name())
                .orElse("");
        var at = used.flatMap(p -> Optional.ofNullable(p.usedAt()))
                .map(Wording::moment)
                .orElse("");
        boolean open = used.isEmpty() && latest.stateAt(clock.instant()) == Presentation.State.OPEN;
        return new Watched(
                type, again(latest), open, office, at, latest.showId().toString());
    }

    /** Where it can be shown once more. */
    private static String again(Presentation shown) {
        return shown.agency() == null ? "/phone/licences/" + shown.licence().value() : "/phone/delegations";
    }

    /**
     * What the page shows.
     *
     * @param again the address at which it can be shown once more
     * @param open whether the code can still be used
     * @param office who used it; empty: nobody
     * @param at when, as displayed; empty: not
     */
    public record Watched(String type, String again, boolean open, String office, String at, String showId) {
        public boolean isUsed() {
            return !at.isEmpty();
        }
    }
}
