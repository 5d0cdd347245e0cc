package city.certfree.web.console.shift;

import city.certfree.access.Requester;
import city.certfree.access.account.Principal;
import city.certfree.audit.Outcome;
import city.certfree.channel.once.FindUnanswered;
import city.certfree.channel.slip.ConfirmShown;
import city.certfree.channel.slip.ReadDay;
import city.certfree.channel.slip.ReadDay.Day;
import city.certfree.kernel.RecordId;
import city.certfree.registry.Registry;
import city.certfree.web.page.Ending;
import city.certfree.web.page.Form;
import city.certfree.web.page.Tone;
import city.certfree.web.page.Typed;
import city.certfree.web.page.Wording;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clerk's day: what was done, by verdict; and at its end, what is not known to have been seen. */
@Hidden
@OnlyFor(value = Party.CLERK, door = "/counter")
@Controller("/counter")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ShiftController {
    private static final int ROWS = 50;
    private static final int MOST_IN_A_FILE = 5_000;

    private final ReadDay days;
    private final ConfirmShown shown;
    private final FindUnanswered unanswered;
    private final Registry registry;
    private final Desks desks;

    ShiftController(ReadDay days, ConfirmShown shown, FindUnanswered unanswered, Registry registry, Desks desks) {
        this.days = days;
        this.shown = shown;
        this.unanswered = unanswered;
        this.registry = registry;
        this.desks = desks;
    }

    /**
     * @param tone style of the verdicts to list; any other text: all
     * @param after the record below which the page goes on; empty: from the newest
     */
    @Get("/shift")
    HttpResponse<?> shift(
            HttpRequest<?> request,
            Principal.Staff clerk,
            @QueryValue(defaultValue = "") String tone,
            @QueryValue(defaultValue = "") String after) {
        var wanted = tone(tone);
        var day = days.of(
                requester(clerk),
                outcomes(wanted),
                Typed.as(RecordId::parse, after).orElse(null),
                ROWS);
        var rows = rows(day);
        var next = rows.size() == ROWS ? rows.getLast().recordId() : null;
        return HttpResponse.ok(new ModelAndView<>(
                "shift/shift",
                Map.of(
                        "shift",
                        new Shift(desks.of(request, clerk), day.date().toString(), wanted, counts(day), rows, next))));
    }

    /** The day as a file, without anything personal but masked numbers. */
    @Get("/shift/export")
    HttpResponse<?> export(Principal.Staff clerk, @QueryValue(defaultValue = "") String tone) {
        var day = days.of(requester(clerk), outcomes(tone(tone)), null, MOST_IN_A_FILE);
        return HttpResponse.ok(ShiftCsv.of(rows(day)))
                .contentType("text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"shift-" + day.date() + ".csv\"");
    }

    /** Notes that the answer of a use stands on the screen. */
    @Post("/shown")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> shown(HttpRequest<?> request, Principal.Staff clerk, @Body Map<String, Object> body) {
        var form = new Form(body);
        desks.check(request, form.text(CsrfToken.FIELD));
        Typed.as(RecordId::parse, form.text("recordId")).ifPresent(use -> shown.confirm(requester(clerk), use));
        return HttpResponse.noContent();
    }

    /** The way out: what was done today, and what is not known to have been seen. */
    @Get("/sign-out")
    HttpResponse<?> leaving(HttpRequest<?> request, Principal.Staff clerk) {
        var day = days.of(requester(clerk), Set.of(), null, 0);
        var unseen = days.unseen(requester(clerk));
        var catalogue = registry.current().catalogue();
        var doubts = unanswered.of(clerk.account()).stream()
                .map(act -> new Doubt(Wording.moment(act.begun()), act.mayRun()))
                .toList();
        var rows = unseen.known()
                ? unseen.uses().stream().map(use -> ShiftRow.of(use, catalogue)).toList()
                : List.<ShiftRow>of();
        return HttpResponse.ok(new ModelAndView<>(
                "shift/leaving",
                new Leaving(
                        desks.of(request, clerk),
                        counts(day),
                        doubts,
                        rows,
                        unseen.known() || unseen.uses().isEmpty())));
    }

    private List<ShiftRow> rows(Day day) {
        var catalogue = registry.current().catalogue();
        return day.uses().stream().map(use -> ShiftRow.of(use, catalogue)).toList();
    }

    private static @Nullable Tone tone(String style) {
        return Stream.of(Tone.values())
                .filter(tone -> tone.style().equals(style))
                .findFirst()
                .orElse(null);
    }

    private static Set<Outcome> outcomes(@Nullable Tone tone) {
        return Stream.of(Outcome.values())
                .filter(outcome -> tone == null || Ending.of(outcome).tone() == tone)
                .collect(Collectors.toSet());
    }

    private static Map<Tone, Long> counts(Day day) {
        var counts = new EnumMap<Tone, Long>(Tone.class);
        for (var tone : Tone.values()) {
            counts.put(tone, 0L);
        }
        day.counts().forEach((outcome, uses) -> counts.merge(Ending.of(outcome).tone(), uses, Long::sum));
        return counts;
    }

    private static Requester.Clerk requester(Principal.Staff clerk) {
        return new Requester.Clerk(clerk.account(), clerk.office());
    }

    /**
     * What the page of the day shows.
     *
     * @param tone of the rows; null: all
     * @param counts of the whole day
     * @param next the record after which the next page goes on; null: this is the last
     */
    @Introspected
    public record Shift(
            Desk desk,
            String date,
            @Nullable Tone tone,
            Map<Tone, Long> counts,
            List<ShiftRow> rows,
            @Nullable String next) {
        public Shift {
            rows = List.copyOf(rows);
        }

        public long total() {
            return counts.values().stream().mapToLong(uses -> uses).sum();
        }
    }

    /**
     * What the way out shows.
     *
     * @param doubts acts without an answer
     * @param unseen recorded uses whose answer is not known to have been seen
     * @param known whether anything can be said of what was seen
     */
    @Introspected
    public record Leaving(Desk desk, Map<Tone, Long> counts, List<Doubt> doubts, List<ShiftRow> unseen, boolean known) {
        public Leaving {
            doubts = List.copyOf(doubts);
            unseen = List.copyOf(unseen);
        }
    }

    /**
     * An act without an answer.
     *
     * @param mayRun whether it may still be running; otherwise nothing was recorded
     */
    public record Doubt(String begun, boolean mayRun) {}
}
