package city.certfree.web.console;

import city.certfree.access.account.Principal;
import city.certfree.audit.Pending;
import city.certfree.channel.show.Presented;
import city.certfree.channel.show.RedeemShow;
import city.certfree.channel.show.ShowResult;
import city.certfree.kernel.Channel;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.HolderCodeType;
import city.certfree.registry.Registry;
import city.certfree.web.console.Counter.Situation;
import city.certfree.web.console.Once.Answer;
import city.certfree.web.console.Work.Material;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proves a material by what the citizen holds out: scanned, or typed as 20 digits. */
@Hidden
@OnlyFor(value = Party.CLERK, door = "/counter")
@Controller("/counter/scans")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScanController {
    private final RedeemShow redeem;
    private final Registry registry;
    private final Counter counter;
    private final Verdicts verdicts;
    private final Once once;

    ScanController(RedeemShow redeem, Registry registry, Counter counter, Verdicts verdicts, Once once) {
        this.redeem = redeem;
        this.registry = registry;
        this.counter = counter;
        this.verdicts = verdicts;
        this.once = once;
    }

    @Post
    HttpResponse<?> scan(HttpRequest<?> request, Optional<Principal> caller, @Body Map<String, Object> body) {
        return counter.step(request, caller, body, this::scan);
    }

    private HttpResponse<?> scan(Situation at) {
        var shows = counter.materials(at).stream()
                .filter(m -> m.goesThrough(Channel.SHOW))
                .toList();
        var presented = at.form().number("presented");
        if (presented.isEmpty() || shows.isEmpty()) {
            return counter.ask(at, at.form().text("material"));
        }
        var foreign = ForeignCode.of(presented);
        if (foreign.isPresent()) {
            var words =
                    verdicts.unrecorded(foreign.get().reason(), foreign.get().advice());
            return counter.tell(at, Answer.of(at.form().text("material"), words));
        }
        var card = at.form().number("shownBy");
        var shownBy = Questions.code(HolderCodeType.CITIZEN_NUMBER, card);
        if (!card.isEmpty() && shownBy.isEmpty()) {
            var mistake = new Mistake(
                    "shownBy",
                    at.in()
                            .of(
                                    "公民身份号码不对，请逐位核对 18 位号码，或者留空。",
                                    "This is no citizen number. Check its 18 characters one by one, or leave it empty."));
            return counter.askAgain(at, shows.getFirst(), List.of(mistake));
        }
        return counter.tell(at, once.act(at, () -> answer(at, shows, read(presented), shownBy)));
    }

    private Pending<Answer> answer(
            Situation at, List<Material> shows, Presented presented, Optional<HolderCode> shownBy) {
        return redeem.redeem(at.file().occasion(at.clerk()), presented, shownBy).map(result -> {
            var verdict = verdicts.of(result, registry.current().catalogue());
            return Answer.of(material(result, shows, at.form()), verdict);
        });
    }

    /** Digits are a code; everything else can only be a token. */
    private static Presented read(String presented) {
        return presented.matches("[0-9]+") ? new Presented.Code(presented) : new Presented.Token(presented);
    }

    /** The material that the verdict is about: that of the licence shown, or else the one the clerk had chosen. */
    private static String material(ShowResult result, List<Material> shows, Form form) {
        var shown = result instanceof ShowResult.Judged(var answer, var receipt) ? answer.licence() : null;
        return shows.stream()
                .filter(m -> shown == null ? isChosen(m, shows, form) : isOf(m, shown.typeCode()))
                .map(Material::name)
                .findFirst()
                .orElse("");
    }

    private static boolean isChosen(Material material, List<Material> shows, Form form) {
        return shows.size() == 1 || material.name().equals(form.text("material"));
    }

    private static boolean isOf(Material material, String typeCode) {
        return material.type() != null && material.type().code().value().equals(typeCode);
    }
}
