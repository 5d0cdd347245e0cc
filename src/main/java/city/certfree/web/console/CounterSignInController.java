package city.certfree.web.console;

import city.certfree.access.session.SignIn;
import city.certfree.access.session.SignInResult;
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
    static final String NOT_A_CLERK = "当前登录的不是窗口人员账号，请用窗口账号登录。";

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

    static HttpResponse<?> page(HttpRequest<?> request, String problem) {
        return HttpResponse.ok(
                new ModelAndView<>("counter/signIn", new Door("", WindowCookie.in(request), problem, false)));
    }

    @Post("/sign-in")
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, Object> body) {
        var form = new Form(body);
        var account = form.number("account");
        var window = form.number("window");
        var typed = form.number("otp");
        var otp = typed.isEmpty() ? null : typed;
        return switch (signIn.signIn(account, form.raw("password"), otp, address.of(request))) {
            case SignInResult.SignedIn(var token) ->
                seating.seat(entrance.enter(request, token, Counter.START), token, window);
            case SignInResult.Refused refused ->
                again(HttpStatus.UNAUTHORIZED, account, window, "账号或密码不对，请重新输入。", otp != null);
            case SignInResult.OneTimePasswordRequired required ->
                again(HttpStatus.UNAUTHORIZED, account, window, "此账号还需要动态口令，请输入密码和动态口令。", true);
            case SignInResult.TooManyAttempts(var pause) ->
                again(
                        HttpStatus.TOO_MANY_REQUESTS,
                        account,
                        window,
                        "登录失败次数过多，请 " + Math.max(1, pause.toMinutes() + 1) + " 分钟后再试。",
                        otp != null);
        };
    }

    @Post("/sign-out")
    HttpResponse<?> signOut(HttpRequest<?> request, @Body Map<String, Object> body) {
        return entrance.leave(request, new Form(body), Counter.START);
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
