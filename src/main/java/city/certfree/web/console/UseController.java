package city.certfree.web.console;

import city.certfree.access.Inquiry;
import city.certfree.access.account.Principal;
import city.certfree.audit.Pending;
import city.certfree.channel.lookup.LookUpLicence;
import city.certfree.channel.share.ShareLicence;
import city.certfree.channel.verify.VerifyClaims;
import city.certfree.channel.verify.VerifyResult;
import city.certfree.registry.LicenceType;
import city.certfree.web.appearance.Words;
import city.certfree.web.console.Counter.Situation;
import city.certfree.web.console.Once.Answer;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Proves one material of a case by what the office asks: shares, verifies or looks up. */
@Hidden
@OnlyFor(value = Party.CLERK, door = "/counter")
@Controller("/counter/uses")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class UseController {
    private final Uses uses;
    private final Counter counter;
    private final Verdicts verdicts;
    private final Once once;

    UseController(Uses uses, Counter counter, Verdicts verdicts, Once once) {
        this.uses = uses;
        this.counter = counter;
        this.verdicts = verdicts;
        this.once = once;
    }

    @Post
    HttpResponse<?> use(HttpRequest<?> request, Optional<Principal> caller, @Body Map<String, Object> body) {
        return counter.step(request, caller, body, this::use);
    }

    private HttpResponse<?> use(Situation at) {
        var named = counter.materials(at).stream()
                .filter(m -> m.isProvable() && m.name().equals(at.form().text("material")))
                .findFirst();
        if (named.isEmpty()) {
            return counter.ask(at, "");
        }
        var about = named.get();
        var type = Objects.requireNonNull(about.type());
        var channel = about.exemption().mode().channel().orElseThrow();
        var read = Questions.inquiry(at, type, channel);
        var inquiry = read.inquiry();
        return inquiry == null
                ? counter.askAgain(at, about, read.mistakes())
                : counter.tell(at, once.act(at, () -> answer(at, type, inquiry, about.name())));
    }

    private Pending<Answer> answer(Situation at, LicenceType type, Inquiry inquiry, String material) {
        return switch (inquiry.channel()) {
            case SHARE -> uses.share().share(inquiry).map(result -> Answer.of(material, verdicts.of(result, type)));
            case VERIFY ->
                uses.verify()
                        .verify(inquiry, Questions.claims(at.form(), type))
                        .map(result -> verified(type, result, material));
            case LOOKUP ->
                uses.lookUp()
                        .lookUp(inquiry, Optional.empty())
                        .map(result -> Answer.of(material, verdicts.of(result, type, at.item())));
            case SHOW ->
                Pending.answered(Answer.of(
                        material,
                        verdicts.unrecorded(
                                new Words("这份材料用手机亮证。", "This one is shown on the phone."),
                                new Words("请群众出示二维码，扫码核验。", "Ask the holder to show the code, and scan it."))));
        };
    }

    private Answer verified(LicenceType type, VerifyResult result, String material) {
        return switch (result) {
            case VerifyResult.Verified verified -> Answer.of(material, verdicts.of(verified, type));
            case VerifyResult.Refused(var refusal, var receipt) ->
                Answer.of(material, verdicts.refused(refusal, receipt));
            case VerifyResult.Unclaimable unclaimable -> Answer.wrong(material, unclaimable.key());
        };
    }

    /** The three ways to ask. */
    @Singleton
    record Uses(ShareLicence share, VerifyClaims verify, LookUpLicence lookUp) {}
}
