package city.certfree.web.phone;

import city.certfree.access.account.DemoGate;
import city.certfree.access.session.SignInDemoCitizen;
import city.certfree.access.session.SignInResult;
import city.certfree.kernel.HolderCode;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.page.Entrance;
import city.certfree.web.page.Form;
import city.certfree.web.page.Typed;
import city.certfree.web.page.WayBack;
import city.certfree.web.signin.Anonymous;
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

/** Lets citizens in and out: in the demo by nothing but the number of a made-up person. */
@Hidden
@Anonymous
@Controller("/phone")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class PhoneSignInController {
    private final SignInDemoCitizen signIn;
    private final DemoGate demo;
    private final Entrance entrance;

    PhoneSignInController(SignInDemoCitizen signIn, DemoGate demo, Entrance entrance) {
        this.signIn = signIn;
        this.demo = demo;
        this.entrance = entrance;
    }

    @Post("/sign-in")
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, Object> body) {
        var in = Appearance.of(request).language();
        var form = new Form(body);
        var to = form.text("to");
        var holder = Typed.as(HolderCode::ofCitizen, form.number("holderCode"));
        return switch (holder.map(signIn::signIn).orElseGet(SignInResult.Refused::new)) {
            case SignInResult.SignedIn(var token) -> entrance.enter(request, token, WayBack.of(to, Visitor.START));
            case SignInResult.Refused refused ->
                again(
                        HttpStatus.UNAUTHORIZED,
                        to,
                        in.of(
                                "号码不对。演示只接受 370499 开头的虚构人员号码。",
                                "This is not the number of a made-up person: those begin with 370499."));
            case SignInResult.OneTimePasswordRequired required ->
                throw new IllegalStateException("a citizen has no second factor");
            case SignInResult.TooManyAttempts tooMany ->
                again(
                        HttpStatus.TOO_MANY_REQUESTS,
                        to,
                        in.of("尝试次数过多，请过几分钟再试。", "Too many attempts. Try again in a few minutes."));
        };
    }

    @Post("/sign-out")
    HttpResponse<?> signOut(HttpRequest<?> request, @Body Map<String, Object> body) {
        return entrance.leave(request, new Form(body), Visitor.START);
    }

    /** What was typed is not shown again: somebody else may look at the phone next. */
    private HttpResponse<?> again(HttpStatus status, String to, String problem) {
        return HttpResponse.status(status)
                .body(new ModelAndView<>("phone/signIn", new Door(demo.isOpen(), to, problem)));
    }

    /**
     * What the page shows.
     *
     * @param open whether citizens can sign in at all
     * @param to the page that comes next; empty: the licences
     * @param problem why the citizen is not in; empty at first
     */
    @Introspected
    public record Door(boolean open, String to, String problem) {}
}
