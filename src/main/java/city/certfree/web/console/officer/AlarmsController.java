package city.certfree.web.console.officer;

import city.certfree.access.account.Principal;
import city.certfree.access.alarm.Alarm;
import city.certfree.access.alarm.Alarms;
import city.certfree.access.alarm.SeeAlarm;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.registry.Registry;
import city.certfree.web.appearance.Words;
import city.certfree.web.page.Form;
import city.certfree.web.page.Typed;
import city.certfree.web.page.Wording;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The supervisor's page: the latest alarms, and who has looked at them. */
@Hidden
@OnlyFor(value = Party.SUPERVISOR, door = "/sign-in?to=/supervision")
@Controller("/supervision")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AlarmsController {
    private static final int ROWS = 100;

    private final Alarms alarms;
    private final SeeAlarm seeAlarm;
    private final Registry registry;
    private final Transactions transactions;
    private final CsrfToken csrf;

    AlarmsController(Alarms alarms, SeeAlarm seeAlarm, Registry registry, Transactions transactions, CsrfToken csrf) {
        this.alarms = alarms;
        this.seeAlarm = seeAlarm;
        this.registry = registry;
        this.transactions = transactions;
        this.csrf = csrf;
    }

    @Get
    HttpResponse<?> alarms(HttpRequest<?> request, Principal.Staff supervisor) {
        var rows = transactions.read(() -> alarms.latest(ROWS)).stream()
                .map(this::row)
                .toList();
        return HttpResponse.ok(
                new ModelAndView<>("officer/alarms", new Page(Desk.of(supervisor, csrf, request), rows)));
    }

    /** Notes that the supervisor has looked at an alarm; another look changes nothing. */
    @Post("/seen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> see(HttpRequest<?> request, Principal.Staff supervisor, @Body Map<String, Object> body) {
        var form = new Form(body);
        csrf.check(request, form.text(CsrfToken.FIELD));
        Typed.as(RandomId::parse, form.text("alarm")).ifPresent(id -> seeAlarm.see(supervisor, id));
        return HttpResponse.seeOther(URI.create("/supervision"));
    }

    private Row row(Alarm alarm) {
        var office = registry.current().catalogue().office(alarm.office());
        var words = alarm.words();
        return new Row(
                alarm.id().toString(),
                Wording.moment(alarm.at()),
                said(alarm),
                office.map(o -> o.name()).orElse(alarm.office().value()),
                alarm.caller(),
                alarm.use(),
                words == null ? null : Words.typed(words),
                alarm.seenBy());
    }

    private static Words said(Alarm alarm) {
        int count = alarm.count();
        return switch (alarm.pattern()) {
            case MANY_HOLDERS ->
                new Words(
                        "一小时内查用了 " + count + " 个不同的持证主体",
                        "Used the licences of " + Wording.count(count, "holder") + " within an hour");
            case MANY_MISSES ->
                new Words(
                        "一小时内 " + count + " 次没有查到或内容不一致",
                        Wording.count(count, "miss", "misses") + " or mismatches within an hour");
            case ONE_CASE_FOR_MANY ->
                new Words(
                        "同一办件编号查用了 " + count + " 个不同的持证主体",
                        "Used one case number for " + Wording.count(count, "holder"));
            case OUTSIDE_HOURS ->
                new Words("办公时间以外查用了 " + count + " 次", Wording.count(count, "use") + " outside office hours");
            case FORGED_TOKEN -> new Words("出示的码是伪造的", "The code shown was forged");
            case OFFLINE_CONFLICT -> new Words("离线受理的码在别处也用过", "A code accepted offline was used elsewhere, too");
            case REPORTED -> new Words("群众反映这次查用不当", "A citizen says that this use was not right");
        };
    }

    /** What the page shows. */
    @Introspected
    public record Page(Desk desk, List<Row> rows) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One alarm, in words.
     *
     * @param words of the citizen who reports; null: nobody does
     * @param seenBy null: nobody yet
     */
    public record Row(
            String id,
            String at,
            Words said,
            String office,
            String caller,
            String use,
            @Nullable Words words,
            @Nullable String seenBy) {}
}
