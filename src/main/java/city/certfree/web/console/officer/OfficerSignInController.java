package city.certfree.web.console.officer;

import city.certfree.access.account.Principal;
import city.certfree.access.session.ResumeSession;
import city.certfree.access.session.SessionToken;
import city.certfree.access.session.SignIn;
import city.certfree.access.session.SignInResult;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.page.Entrance;
import city.certfree.web.page.Form;
import city.certfree.web.page.Wording;
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
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets officers and administrators in and out. */
@Hidden
@Anonymous
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class OfficerSignInController {
    /** Where it leads, and nowhere else: what stands in an address is not trusted. */
    private static final List<String> PAGES = List.of("/access", "/supervision", "/audit");

    private final SignIn signIn;
    private final ResumeSession resume;
    private final Entrance entrance;
    private final ClientAddress address;

    OfficerSignInController(SignIn signIn, ResumeSession resume, Entrance entrance, ClientAddress address) {
        this.signIn = signIn;
        this.resume = resume;
        this.entrance = entrance;
        this.address = address;
    }

    @Get("/sign-in")
    HttpResponse<?> page(@QueryValue(defaultValue = "") String to) {
        return HttpResponse.ok(view(new Door(page(List.of(to)), "", "", false)));
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, Object> body) {
        var form = new Form(body);
        var account = form.number("account");
        var otp = form.number("otp");
        var to = page(form.all("to"));
        var in = Appearance.of(request).language();
        var result = signIn.signIn(account, form.raw("password"), otp.isEmpty() ? null : otp, address.of(request));
        return switch (result) {
            case SignInResult.SignedIn(var token) -> entrance.enter(request, token, URI.create(way(token, to)));
            case SignInResult.Refused refused ->
                again(
                        HttpStatus.UNAUTHORIZED,
                        new Door(
                                to,
                                account,
                                in.of(
                                        "账号、密码或动态口令不对，请重新输入。",
                                        "Account, password or one-time password is wrong. Enter them again."),
                                !otp.isEmpty()));
            case SignInResult.OneTimePasswordRequired required ->
                again(
                        HttpStatus.UNAUTHORIZED,
                        new Door(
                                to,
                                account,
                                in.of(
                                        "此账号还需要动态口令，请输入密码和动态口令。",
                                        "This account also needs a one-time password. Enter both passwords."),
                                true));
            case SignInResult.TooManyAttempts(var pause) ->
                again(
                        HttpStatus.TOO_MANY_REQUESTS,
                        new Door(to, account, tooMany(pause.toMinutes() + 1, in), !otp.isEmpty()));
        };
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request, @Body Map<String, Object> body) {
        return entrance.leave(request, new Form(body), URI.create("/"));
    }

    private static String tooMany(long minutes, Language in) {
        return in.of(
                "登录失败次数过多，请 " + minutes + " 分钟后再试。",
                "Too many failed attempts. Try again in " + Wording.count(minutes, "minute") + ".");
    }

    /** To the page that was asked for, if it is one of the officer's own; else to one that is, or to the start. */
    private String way(SessionToken token, String asked) {
        var pages = resume.resume(token)
                .filter(Principal.Staff.class::isInstance)
                .map(who -> Desk.pages(((Principal.Staff) who).role()).keySet())
                .orElse(Set.of());
        return pages.contains(asked) ? asked : pages.stream().findFirst().orElse("/");
    }

    private static String page(List<String> asked) {
        return PAGES.stream().filter(asked::contains).findFirst().orElse(PAGES.getFirst());
    }

    private static HttpResponse<?> again(HttpStatus status, Door door) {
        return HttpResponse.status(status).body(view(door));
    }

    private static ModelAndView<Door> view(Door door) {
        return new ModelAndView<>("officer/signIn", door);
    }

    /**
     * What the page shows.
     *
     * @param to the page that comes next
     * @param account as typed
     * @param problem why the officer is not in; empty at first
     * @param otp whether a one-time password is asked for too
     */
    @Introspected
    public record Door(String to, String account, String problem, boolean otp) {}
}
