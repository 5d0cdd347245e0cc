package city.certfree.web.console.officer;

import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.access.grant.ApplyForGrant;
import city.certfree.access.grant.DecideGrant;
import city.certfree.access.grant.GrantResult;
import city.certfree.access.grant.Grantee;
import city.certfree.access.grant.ReadGrants;
import city.certfree.access.grant.ReviewGrant;
import city.certfree.access.grant.Scope;
import city.certfree.access.grant.Terms;
import city.certfree.access.grant.WithdrawGrant;
import city.certfree.kernel.Channel;
import city.certfree.kernel.InvalidValue;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.LicenceTypeCode;
import city.certfree.kernel.Purpose;
import city.certfree.kernel.RandomId;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.appearance.Language;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import city.certfree.web.page.Typed;
import city.certfree.web.signin.CsrfToken;
import city.certfree.web.signin.OnlyFor;
import city.certfree.web.signin.Party;
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
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page of grants: offices apply, administrators review and decide. */
@Hidden
@OnlyFor(
        value = {Party.CLERK, Party.ISSUER, Party.SECADMIN},
        door = "/sign-in?to=/access")
@Controller("/access")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class GrantsPageController {
    private static final URI START = URI.create("/access");

    private final Acts acts;
    private final GrantPages pages;
    private final CsrfToken csrf;

    GrantsPageController(Acts acts, GrantPages pages, CsrfToken csrf) {
        this.acts = acts;
        this.pages = pages;
        this.csrf = csrf;
    }

    @Get
    HttpResponse<?> grants(HttpRequest<?> request, Principal.Staff who) {
        return HttpResponse.ok(view(request, who, new Form(Map.of()), List.of()));
    }

    /** Applies for the applicant's own office, or for the system that the form names. */
    @OnlyFor(
            value = {Party.CLERK, Party.ISSUER},
            door = "/sign-in?to=/access")
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> apply(HttpRequest<?> request, Principal.Staff who, @Body Map<String, Object> body) {
        var form = new Form(body);
        csrf.check(request, form.text(CsrfToken.FIELD));
        var mistakes = new ArrayList<Mistake>();
        var in = Appearance.of(request).language();
        var scope = scope(form, in, mistakes);
        var terms = terms(form, in, mistakes);
        var reason = typed(
                form.text("reason"),
                Purpose::new,
                "reason",
                in.of(
                        "请用 200 个字以内说明用途，不要写身份证号。",
                        "Say the purpose in up to 200 characters, without any citizen number."),
                mistakes);
        if (terms != null && reason != null && mistakes.isEmpty()) {
            if (acts.apply()
                    .apply(who, grantee(form, who), scope, terms, reason)
                    .isPresent()) {
                return HttpResponse.seeOther(START);
            }
            mistakes.add(new Mistake("system", in.of("本单位没有这个系统。", "Your office has no such system.")));
        }
        return HttpResponse.unprocessableEntity().body(view(request, who, form, mistakes));
    }

    /** What cannot be the name of a system is taken for one that is not there. */
    private static Grantee grantee(Form form, Principal.Staff who) {
        var system = form.text("system");
        return system.isEmpty()
                ? Grantee.office(who.office())
                : Typed.as(Grantee::system, system).orElseGet(() -> Grantee.system("none"));
    }

    /** Takes one step with one grant; what cannot be done any more changes nothing. */
    @Post("/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> step(HttpRequest<?> request, Principal.Staff who, @Body Map<String, Object> body) {
        var form = new Form(body);
        csrf.check(request, form.text(CsrfToken.FIELD));
        var in = Appearance.of(request).language();
        var words = Typed.as(Purpose::new, form.text("words"));
        var id = Typed.as(RandomId::parse, form.text("grant"));
        if (words.isEmpty() || id.isEmpty()) {
            var mistake = new Mistake(
                    "words-" + form.text("grant"),
                    in.of(
                            "请用 200 个字以内写明意见，不要写身份证号。",
                            "Give your comment in up to 200 characters, without any citizen number."));
            return HttpResponse.unprocessableEntity().body(view(request, who, form, List.of(mistake)));
        }
        return switch (step(form.text("step"), who, id.get(), words.get())) {
            case GrantResult.Done done -> HttpResponse.seeOther(START);
            case GrantResult.AnotherPersonNeeded another ->
                again(
                        request,
                        who,
                        form,
                        in.of("申请、审核和批准须由三个不同的人办理。", "Three different people have to apply, review and approve."));
            case GrantResult.WrongState wrong ->
                again(
                        request,
                        who,
                        form,
                        in.of("这项授权已经由别人办理，请看现在的状态。", "Somebody else has dealt with this grant: see its state now."));
            case GrantResult.NotFound missing -> again(request, who, form, in.of("没有这项授权。", "There is no such grant."));
        };
    }

    private GrantResult step(String name, Principal.Staff who, RandomId id, Purpose words) {
        if (name.equals("withdraw")) {
            return acts.withdraw().withdraw(who, id, words);
        }
        if (who.role() != Role.SECADMIN) {
            return new GrantResult.NotFound();
        }
        return switch (name) {
            case "recommend" -> acts.review().review(who, id, true, words);
            case "advise-against" -> acts.review().review(who, id, false, words);
            case "approve" -> acts.decide().approve(who, id, words);
            case "refuse" -> acts.decide().refuse(who, id, words);
            default -> new GrantResult.NotFound();
        };
    }

    private HttpResponse<?> again(HttpRequest<?> request, Principal.Staff who, Form form, String advice) {
        return HttpResponse.unprocessableEntity().body(view(request, who, form, List.of(new Mistake("main", advice))));
    }

    private static Scope scope(Form form, Language in, List<Mistake> mistakes) {
        return new Scope(
                optional(
                        form.number("type"),
                        LicenceTypeCode::new,
                        "type",
                        in.of("证照类型代码不对。", "That is no licence type code."),
                        mistakes),
                optional(
                        form.number("item"),
                        ItemCode::new,
                        "item",
                        in.of("事项编码不对。", "That is no item code."),
                        mistakes),
                optional(
                        form.text("channel"), Channel::valueOf, "channel", in.of("请选择方式。", "Choose a way."), mistakes));
    }

    private static @Nullable Terms terms(Form form, Language in, List<Mistake> mistakes) {
        var from = typed(
                form.text("validFrom"),
                LocalDate::parse,
                "validFrom",
                in.of("请填写开始日期。", "Enter the first day."),
                mistakes);
        var to = optional(
                form.text("validTo"),
                LocalDate::parse,
                "validTo",
                in.of("结束日期不对。", "The last day is not a date."),
                mistakes);
        var opens = optional(
                form.text("opens"),
                LocalTime::parse,
                "opens",
                in.of("开始时间不对。", "The time from which is not a time."),
                mistakes);
        var closes = optional(
                form.text("closes"),
                LocalTime::parse,
                "closes",
                in.of("结束时间不对。", "The time until which is not a time."),
                mistakes);
        var uses = optional(
                form.number("usesPerDay"),
                Integer::valueOf,
                "usesPerDay",
                in.of("每天次数应为整数。", "Uses a day must be a whole number."),
                mistakes);
        try {
            var hours = opens == null || closes == null ? null : new Terms.Hours(opens, closes);
            return from == null ? null : new Terms(from, to, hours, uses);
        } catch (InvalidValue e) {
            mistakes.add(
                    new Mistake(
                            "validTo",
                            in.of(
                                    "日期、时间或次数不合理：结束不早于开始，次数为 1 至 1000000。",
                                    "Dates, times or uses do not fit: the end is not before the start, and uses are 1 to 1,000,000.")));
            return null;
        }
    }

    private static <T> @Nullable T optional(
            String text, Function<String, T> reader, String field, String advice, List<Mistake> mistakes) {
        return text.isEmpty() ? null : typed(text, reader, field, advice, mistakes);
    }

    private static <T> @Nullable T typed(
            String text, Function<String, T> reader, String field, String advice, List<Mistake> mistakes) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            mistakes.add(new Mistake(field, advice));
            return null;
        }
    }

    private ModelAndView<GrantPages.Page> view(
            HttpRequest<?> request, Principal.Staff who, Form typed, List<Mistake> mistakes) {
        var desk = Desk.of(who, csrf, request);
        return new ModelAndView<>(
                "officer/grants",
                pages.page(
                        desk,
                        who,
                        acts.read().of(who),
                        typed,
                        mistakes,
                        Appearance.of(request).language()));
    }

    /** What can be done with grants. */
    @Singleton
    record Acts(ApplyForGrant apply, ReviewGrant review, DecideGrant decide, WithdrawGrant withdraw, ReadGrants read) {}
}
