package city.certfree.web.console;

import city.certfree.access.session.SignIn;
import city.certfree.access.session.SignInResult;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.console.shift.Seating;
import city.certfree.web.console.shift.WindowCookie;
import city.certfree.web.page.Entrance;
import city.certfree.web.page.Form;
import city.certfree.web.signin.Anonymous;
import city.certfree.web.signin.ClientAddress;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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

/** Lets clerks in and out. */
@Hidden
@Anonymous
@Controller("/counter")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CounterSignInController {
    private final SignIn signIn;
    private final Entrance entrance;
    private final Seating seating;
    private final ClientAddress address;

    CounterSignInController(SignIn signIn, Entrance entrance, Seating seating, ClientAddress address) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.seating = seating;
        this.address = address;
    }

    /** @param otherRole whether somebody is signed in who is no clerk */
    static HttpResponse<?> page(HttpRequest<?> request, boolean otherRole) {
        var problem = otherRole
                ? in(request)
                        .of(
                                "当前登录的不是窗口人员账号，请用窗口账号登录。",
                                "You are signed in, but not as a clerk. Sign in with a clerk's account.")
                : "";
        return HttpResponse.ok(
                new ModelAndView<>("counter/signIn", new Door("", WindowCookie.in(request), problem, false)));
    }

    @Post("/sign-in")
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, Object> body) {
        var form = new Form(body);
        var account = form.number("account");
        var window = form.number("window");
        var typed = form.number("otp");
        var in = in(request);
        var otp = typed.isEmpty() ? null : typed;
        return switch (signIn.signIn(account, form.raw("password"), otp, address.of(request))) {
            case SignInResult.SignedIn(var token) ->
                seating.seat(entrance.enter(request, token, Counter.START), token, window);
            case SignInResult.Refused refused ->
                again(
                        HttpStatus.UNAUTHORIZED,
                        account,
                        window,
                        in.of("账号或密码不对，请重新输入。", "Wrong account or password. Please try again."),
                        otp != null);
            case SignInResult.OneTimePasswordRequired required ->
                again(
                        HttpStatus.UNAUTHORIZED,
                        account,
                        window,
                        in.of("此账号还需要动态口令，请输入密码和动态口令。", "This account also needs a one-time password. Enter both."),
                        true);
            case SignInResult.TooManyAttempts(var pause) ->
                again(
                        HttpStatus.TOO_MANY_REQUESTS,
                        account,
                        window,
                        tooOften(Math.max(1, pause.toMinutes() + 1), in),
                        otp != null);
        };
    }

    @Post("/sign-out")
    HttpResponse<?> signOut(HttpRequest<?> request, @Body Map<String, Object> body) {
        return entrance.leave(request, new Form(body), Counter.START);
    }

    private static Language in(HttpRequest<?> request) {
        return Appearance.of(request).language();
    }

    private static String tooOften(long minutes, Language in) {
        return in.of(
                "登录失败次数过多，请 " + minutes + " 分钟后再试。", "Too many failed attempts. Try again in " + minutes + " min.");
    }

    private static HttpResponse<?> again(
            HttpStatus status, String account, String window, String problem, boolean otp) {
        return HttpResponse.status(status)
                .body(new ModelAndView<>("counter/signIn", new Door(account, window, problem, otp)));
    }

    /**
     * What the page shows.
     *
     * @param account as typed
     * @param window as typed, or as the machine remembers it
     * @param problem why the clerk is not in; empty at first
     * @param otp whether a one-time password is asked for too
     */
    @Introspected
    public record Door(String account, String window, String problem, boolean otp) {}
}
