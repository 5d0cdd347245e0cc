package city.certfree.web.console.shift;

import city.certfree.access.session.SessionSettings;
import city.certfree.access.session.SessionToken;
import city.certfree.access.window.FindSeat;
import city.certfree.access.window.LockSeat;
import city.certfree.access.window.Seat;
import city.certfree.access.window.UnlockResult;
import city.certfree.access.window.UnlockSeat;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.page.Form;
import city.certfree.web.page.WayBack;
import city.certfree.web.signin.Anonymous;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Locks the screen at a window, and asks for the password. */
@Hidden
@Controller("/counter")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class LockController {
    private static final URI START = URI.create("/counter");

    /** So that the screen locks before the service does, for which a touch may be some seconds older. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final FindSeat seats;
    private final LockSeat lock;
    private final UnlockSeat unlock;
    private final Browsers browsers;
    private final KeptForm kept;
    private final SessionSettings settings;

    LockController(
            FindSeat seats,
            LockSeat lock,
            UnlockSeat unlock,
            Browsers browsers,
            KeptForm kept,
            SessionSettings settings) {
        this.seats = seats;
        this.lock = lock;
        this.unlock = unlock;
        this.browsers = browsers;
        this.kept = kept;
        this.settings = settings;
    }

    /** How soon the screen locks; that it is asked shows that somebody is there. */
    @OnlyFor(value = Party.CLERK, door = "/counter")
    @Get("/lock")
    @Produces(MediaType.APPLICATION_JSON)
    Lock lock(HttpRequest<?> request) {
        var seat = browsers.cookie().in(request).flatMap(seats::of);
        return new Lock(seat.isPresent() ? settings.lock().minus(AHEAD).toSeconds() : 0);
    }

    /** Locks at once. */
    @OnlyFor(value = Party.CLERK, door = "/counter")
    @Post("/lock")
    HttpResponse<?> lockNow(HttpRequest<?> request, @Body Map<String, Object> body) {
        browsers.csrf().check(request, new Form(body).text(CsrfToken.FIELD));
        browsers.cookie().in(request).ifPresent(lock::lock);
        return HttpResponse.seeOther(URI.create("/counter/unlock"));
    }

    /** Asks for the password. */
    @Anonymous
    @Get("/unlock")
    @Consumes(MediaType.ALL)
    HttpResponse<?> ask(HttpRequest<?> request, @QueryValue(defaultValue = "/counter") String to) {
        var way = WayBack.of(to, START);
        return locked(request, way, (token, seat) -> page(HttpStatus.OK, request, seat, way, "", ""));
    }

    /** Asks for the password, and keeps the form that the locked session has sent. */
    @Anonymous
    @Post("/locked")
    HttpResponse<?> keep(
            HttpRequest<?> request, @QueryValue(defaultValue = "/counter") String to, @Body Map<String, Object> body) {
        var way = WayBack.of(to, START);
        return locked(
                request, way, (token, seat) -> page(HttpStatus.OK, request, seat, way, kept.seal(body, token), ""));
    }

    /** Where a script is led that has sent a form: it has the form itself. */
    @Anonymous
    @Get("/locked")
    @Consumes(MediaType.ALL)
    HttpResponse<?> ask(HttpRequest<?> request) {
        return ask(request, START.toString());
    }

    /** Takes the password, and goes on where the clerk was. */
    @Anonymous
    @Post("/unlock")
    HttpResponse<?> unlock(HttpRequest<?> request, @Body Map<String, Object> body) {
        var form = new Form(body);
        var way = WayBack.of(form.text("to"), START);
        return locked(request, way, (token, seat) -> {
            browsers.csrf().check(request, form.text(CsrfToken.FIELD));
            return tried(request, form, way, token, seat);
        });
    }

    private HttpResponse<?> tried(HttpRequest<?> request, Form form, URI way, SessionToken token, Seat seat) {
        var address = browsers.address().of(request);
        return switch (unlock.unlock(token, form.raw("password"), address)) {
            case UnlockResult.Unlocked unlocked -> goOn(way, kept.open(form.text("kept"), token));
            case UnlockResult.Refused refused ->
                page(
                        HttpStatus.UNAUTHORIZED,
                        request,
                        seat,
                        way,
                        form.text("kept"),
                        in(request).of("密码不对，请重新输入。", "Wrong password. Please try again."));
            case UnlockResult.TooManyAttempts(var pause) ->
                page(
                        HttpStatus.TOO_MANY_REQUESTS,
                        request,
                        seat,
                        way,
                        form.text("kept"),
                        tooOften(pause.toMinutes() + 1, in(request)));
            case UnlockResult.Over over -> HttpResponse.seeOther(START);
        };
    }

    private static Language in(HttpRequest<?> request) {
        return Appearance.of(request).language();
    }

    private static String tooOften(long minutes, Language in) {
        return in.of("输错的次数过多，请 " + minutes + " 分钟后再试。", "Too many wrong passwords. Try again in " + minutes + " min.");
    }

    private static HttpResponse<?> goOn(URI way, List<KeptField> fields) {
        return fields.isEmpty()
                ? HttpResponse.seeOther(way)
                : HttpResponse.ok(new ModelAndView<>("shift/unlocked", new GoOn(way.toString(), fields)));
    }

    /** Whoever is not locked goes on; whoever has no session signs in. */
    private HttpResponse<?> locked(
            HttpRequest<?> request, URI way, BiFunction<SessionToken, Seat, HttpResponse<?>> then) {
        var token = browsers.cookie().in(request);
        var seat = token.flatMap(seats::of);
        if (seat.isEmpty()) {
            return HttpResponse.seeOther(START);
        }
        return seat.get().isLocked() ? then.apply(token.get(), seat.get()) : HttpResponse.seeOther(way);
    }

    private HttpResponse<?> page(
            HttpStatus status, HttpRequest<?> request, Seat seat, URI way, String keptForm, String problem) {
        var asked = new Asked(
                browsers.csrf().of(request), seat.account(), seat.window().value(), way.toString(), keptForm, problem);
        return HttpResponse.status(status).body(new ModelAndView<>("shift/locked", asked));
    }

    /**
     * How soon the screen locks.
     *
     * @param seconds without a touch; 0: never
     */
    @Serdeable
    record Lock(long seconds) {}

    /**
     * What the page shows that asks for the password.
     *
     * @param to where it goes on
     * @param kept the form that was sent, sealed; empty: none
     * @param problem why it does not go on; empty at first
     */
    @Introspected
    public record Asked(String csrf, String account, String window, String to, String kept, String problem) {}

    /** What is sent again. */
    @Introspected
    public record GoOn(String to, List<KeptField> fields) {
        public GoOn {
            fields = List.copyOf(fields);
        }
    }
}
