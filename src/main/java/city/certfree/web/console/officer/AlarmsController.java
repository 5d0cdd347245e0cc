package city.certfree.web.console.officer;

import city.certfree.access.account.Principal;
import city.certfree.access.alarm.Alarm;
import city.certfree.access.alarm.Alarms;
import city.certfree.access.alarm.SeeAlarm;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import city.certfree.registry.Registry;
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
        return new Row(
                alarm.id().toString(),
                Wording.moment(alarm.at()),
                said(alarm),
                office.map(o -> o.name()).orElse(alarm.office().value()),
                alarm.caller(),
                alarm.use(),
                alarm.words(),
                alarm.seenBy());
    }

    private static String said(Alarm alarm) {
        return switch (alarm.pattern()) {
            case MANY_HOLDERS -> "一小时内查用了 " + alarm.count() + " 个不同的持证主体";
            case MANY_MISSES -> "一小时内 " + alarm.count() + " 次没有查到或内容不一致";
            case ONE_CASE_FOR_MANY -> "同一办件编号查用了 " + alarm.count() + " 个不同的持证主体";
            case OUTSIDE_HOURS -> "办公时间以外查用了 " + alarm.count() + " 次";
            case FORGED_TOKEN -> "出示的码是伪造的";
            case REPORTED -> "群众反映这次查用不当";
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
            String said,
            String office,
            String caller,
            String use,
            @Nullable String words,
            @Nullable String seenBy) {}
}
