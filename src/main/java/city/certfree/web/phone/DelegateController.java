package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.access.delegation.Delegation;
import city.certfree.channel.LicenceView;
import city.certfree.channel.delegation.GiveDelegation;
import city.certfree.channel.delegation.GiveDelegation.Wanted;
import city.certfree.channel.delegation.GiveResult;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.registry.ExemptedItem;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import city.certfree.web.page.Typed;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets another show a licence: for which item, to whom, until which day. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone?to={here}")
@Controller("/phone/delegations/new")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class DelegateController {
    /** What most errands take. */
    private static final int USUAL_DAYS = 7;

    private final GiveDelegation give;
    private final Visitor visitor;
    private final Offers offers;
    private final Clock clock;

    DelegateController(GiveDelegation give, Visitor visitor, Offers offers, Clock clock) {
        this.give = give;
        this.visitor = visitor;
        this.offers = offers;
        this.clock = clock;
    }

    /** The form; without an item that takes the licence, the choice of one. */
    @Get
    HttpResponse<?> ask(
            HttpRequest<?> request,
            Principal.Citizen citizen,
            @QueryValue(defaultValue = "") String identifier,
            @QueryValue(defaultValue = "") String item,
            @QueryValue(defaultValue = "") String q) {
        return visitor.licence(citizen.holder(), identifier)
                .<HttpResponse<?>>map(licence -> {
                    var offer = offers.of(visitor.type(licence), item, q);
                    var until = CityTime.today(clock).plusDays(USUAL_DAYS).toString();
                    return page(
                            new Asked(visitor.csrf(request), licence, offer, new Answers("", "", until), List.of()));
                })
                .orElseGet(() -> LicenceController.missing(request));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> give(HttpRequest<?> request, Principal.Citizen citizen, @Body Map<String, Object> body) {
        var form = new Form(body);
        visitor.checkCsrf(request, form.text(CsrfToken.FIELD));
        var licence = visitor.licence(citizen.holder(), form.text("identifier"));
        var item = licence.flatMap(l -> offers.item(visitor.type(l), form.text("item")));
        if (licence.isEmpty() || item.isEmpty()) {
            return LicenceController.missing(request);
        }
        var in = Appearance.of(request).language();
        var answers = new Answers(form.text("name"), form.number("code"), form.text("until"));
        var mistakes = new ArrayList<Mistake>();
        var wanted = wanted(licence.get(), item.get(), answers, in, mistakes);
        wanted.flatMap(wish -> mistake(give.give(citizen.holder(), wish), in)).ifPresent(mistakes::add);
        if (mistakes.isEmpty()) {
            return HttpResponse.seeOther(DelegationsController.LIST);
        }
        var offer = offers.of(visitor.type(licence.get()), form.text("item"), "");
        return HttpResponse.unprocessableEntity()
                .body(view(new Asked(visitor.csrf(request), licence.get(), offer, answers, mistakes)));
    }

    private static Optional<Wanted> wanted(
            LicenceView licence, ExemptedItem item, Answers answers, Language in, List<Mistake> mistakes) {
        if (!Delegation.isName(answers.name())) {
            mistakes.add(new Mistake("name", in.of("请填写代办人的姓名。", "Enter the name of the one who goes for you.")));
        }
        var agent = Typed.as(HolderCode::ofCitizen, answers.code());
        if (agent.isEmpty()) {
            mistakes.add(new Mistake(
                    "code", in.of("公民身份号码不对，请逐位核对 18 位号码。", "That is no citizen number: check its 18 characters.")));
        }
        var day = day(answers.until());
        if (day.isEmpty()) {
            mistakes.add(new Mistake("until", in.of("请选择截止日期。", "Choose the last day.")));
        }
        return mistakes.isEmpty()
                ? Optional.of(new Wanted(
                        LicenceIdentifier.parse(licence.identifier()),
                        item.code(),
                        agent.orElseThrow(),
                        answers.name(),
                        // Through its last day.
                        day.orElseThrow()
                                .plusDays(1)
                                .atStartOfDay(CityTime.ZONE)
                                .toInstant()))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Mistake> mistake(GiveResult result, Language in) {
        return switch (result) {
            case GiveResult.Given _ -> Optional.empty();
            case GiveResult.ToOneself() ->
                Optional.of(new Mistake("code", in.of("这是您自己的号码。", "That is your own number.")));
            case GiveResult.EndNotAllowed() ->
                Optional.of(new Mistake("until", in.of("截止日期要在今天以后、一年以内。", "The last day is within a year from now.")));
            case GiveResult.TooMany() ->
                Optional.of(new Mistake("name", in.of("有效的委托已有 50 份，请先撤销不用的。", "50 are in force: revoke one first.")));
            case GiveResult.NotHeld _, GiveResult.Refused _ ->
                Optional.of(new Mistake("name", in.of("这张证照现在不能委托出示。", "This licence cannot be delegated now.")));
        };
    }

    private static HttpResponse<?> page(Asked asked) {
        return HttpResponse.ok(view(asked));
    }

    private static ModelAndView<Asked> view(Asked asked) {
        return new ModelAndView<>("phone/delegate", asked);
    }

    /** What the page shows. */
    @Introspected
    public record Asked(String csrf, LicenceView licence, Offer offer, Answers answers, List<Mistake> mistakes) {
        public Asked {
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * What the citizen has typed.
     *
     * @param until the last day, as a date field gives it
     */
    public record Answers(String name, String code, String until) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "Answers";
        }
    }
}
