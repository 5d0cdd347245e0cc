package city.certfree.web.console;

import city.certfree.access.account.Principal;
import city.certfree.audit.Pending;
import city.certfree.channel.lookup.UnmaskFields;
import city.certfree.channel.lookup.UnmaskResult;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RecordId;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Shows masked fields of a licence that was just looked up. */
@Hidden
@OnlyFor(value = Party.CLERK, door = "/counter")
@Controller("/counter/unmasking")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class UnmaskController {
    private final UnmaskFields unmask;
    private final Counter counter;
    private final Verdicts verdicts;
    private final Once once;

    UnmaskController(UnmaskFields unmask, Counter counter, Verdicts verdicts, Once once) {
        this.unmask = unmask;
        this.counter = counter;
        this.verdicts = verdicts;
        this.once = once;
    }

    @Post
    HttpResponse<?> unmask(HttpRequest<?> request, Optional<Principal> caller, @Body Map<String, Object> body) {
        return counter.step(request, caller, body, this::unmask);
    }

    private HttpResponse<?> unmask(Situation at) {
        var about = counter.materials(at).stream()
                .filter(m -> m.isProvable() && m.name().equals(at.form().text("material")))
                .findFirst();
        if (about.isEmpty()) {
            return counter.ask(at, "");
        }
        var type = Objects.requireNonNull(about.get().type());
        var name = about.get().name();
        return counter.tell(at, once.act(at, () -> verdict(at, type).map(verdict -> Answer.of(name, verdict))));
    }

    private Pending<Verdict> verdict(Situation at, LicenceType type) {
        var fields = at.form().all("fields");
        if (fields.isEmpty()) {
            return Pending.answered(verdicts.unrecorded(
                    new Words("没有选择要显示的内容。", "Nothing was chosen to be shown."),
                    new Words("请重新查询，勾选要显示的内容。", "Look up again, and tick what you need to see.")));
        }
        try {
            var lookUp = RecordId.parse(at.form().text("lookUp"));
            var reason = new Purpose(at.form().text("reason"));
            return unmask.unmask(at.clerk(), lookUp, fields, reason).map(result -> verdict(result, type));
        } catch (InvalidValue e) {
            return Pending.answered(verdicts.unrecorded(
                    new Words("没有写明查看理由，或者理由中有身份证号。", "No reason was given, or it has an identity number in it."),
                    new Words("请重新查询，并写明为什么要看。", "Look up again, and write why you need to see it.")));
        }
    }

    private Verdict verdict(UnmaskResult result, LicenceType type) {
        return switch (result) {
            case UnmaskResult.Unmasked unmasked -> verdicts.of(unmasked, type);
            case UnmaskResult.Refused(var refusal, var receipt) -> verdicts.refused(refusal, receipt);
            case UnmaskResult.NotFound() ->
                verdicts.unrecorded(
                        new Words(
                                "查询已超过 10 分钟，不能再显示遮盖的内容。",
                                "The look-up is more than 10 minutes old, so its hidden details can no longer be shown."),
                        new Words("请重新查询。", "Look up again."));
            case UnmaskResult.UnknownField(var position) ->
                verdicts.unrecorded(
                        new Words("证照上没有所选的内容。", "The licence has no such detail."),
                        new Words("请重新查询后再选。", "Look up again, then choose."));
        };
    }
}
