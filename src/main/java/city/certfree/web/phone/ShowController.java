package city.certfree.web.phone;

import city.certfree.access.account.Principal;
import city.certfree.channel.LicenceView;
import city.certfree.channel.show.IssueResult;
import city.certfree.channel.show.IssueShow;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.LicenceIdentifier;
import city.certfree.registry.ExemptedItem;
import city.certfree.registry.LicenceType;
import city.certfree.web.QrSvg;
import city.certfree.web.appearance.Appearance;
import city.certfree.web.page.Form;
import city.certfree.web.page.Missing;
import city.certfree.web.signin.CsrfToken;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds out one licence: a code of 60 seconds, which the page replaces by a new one before it ends. */
@Hidden
@OnlyFor(value = Party.CITIZEN, door = "/phone?to={here}")
@Controller("/phone/shows")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ShowController {
    /** A phone that was laid aside stops after five codes. */
    private static final int ROUNDS = 5;

    private final IssueShow issue;
    private final Visitor visitor;
    private final Offers offers;
    private final Clock clock;

    ShowController(IssueShow issue, Visitor visitor, Offers offers, Clock clock) {
        this.issue = issue;
        this.visitor = visitor;
        this.offers = offers;
        this.clock = clock;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> show(HttpRequest<?> request, Optional<Principal> caller, @Body Map<String, Object> body) {
        var citizen = Visitor.citizen(caller);
        if (citizen.isEmpty()) {
            return HttpResponse.seeOther(Visitor.START);
        }
        var form = new Form(body);
        visitor.checkCsrf(request, form.text(CsrfToken.FIELD));
        var licence = visitor.showable(citizen.get(), form.text("identifier"));
        if (licence.isEmpty()) {
            return LicenceController.missing(request);
        }
        return answer(request, citizen.get(), licence.get(), wish(visitor.type(licence.get()), form), form);
    }

    private Wish wish(LicenceType type, Form form) {
        var item = offers.item(type, form.text("item")).orElse(null);
        var fields = form.text("which").equals("chosen") ? form.all("fields") : null;
        var chosen = fields == null
                ? null
                : type.attributes().stream()
                        .filter(attribute -> fields.contains(attribute.key()))
                        .map(attribute -> attribute.name())
                        .toList();
        return new Wish(type, item, fields, chosen, !form.text("delegated").isEmpty());
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request, HolderCode citizen, LicenceView licence, Wish wish, Form form) {
        var identifier = LicenceIdentifier.parse(licence.identifier());
        var item = Optional.ofNullable(wish.item()).map(ExemptedItem::code);
        return switch (issue.issue(citizen, identifier, item, wish.fields())) {
            case IssueResult.Issued issued ->
                HttpResponse.ok(new ModelAndView<>(
                        "phone/show", Map.of("showing", showing(visitor.csrf(request), licence, issued, wish, form))));
            case IssueResult.Refused refused -> refused(request);
            case IssueResult.NotHeld() -> LicenceController.missing(request);
            case IssueResult.UnknownField(var position) -> LicenceController.missing(request);
        };
    }

    private static HttpResponse<?> refused(HttpRequest<?> request) {
        var in = Appearance.of(request).language();
        return Missing.page(
                in.of("这张证照现在不能出示", "This licence cannot be shown now"),
                in.of("现行清单中没有事项用手机亮证的方式查用它。", "No item in force takes it from a phone."),
                "/phone",
                in.of("我的证照", "My licences"));
    }

    private Showing showing(String csrf, LicenceView licence, IssueResult.Issued issued, Wish wish, Form form) {
        var now = clock.instant();
        var code = new Code(
                QrSvg.of(issued.qrText()),
                issued.code().digits(),
                Duration.between(now, issued.expiresAt()).toSeconds(),
                issued.digitsOnly());
        return new Showing(
                csrf, licence, wish, code, issued.showId().toString(), form.text("showId"), round(form), now);
    }

    /** 1 for the first code, one more with each that replaces it by itself. */
    private static int round(Form form) {
        var round = form.text("round");
        return round.matches("[1-9]") ? Integer.parseInt(round) + 1 : 1;
    }

    /**
     * What the page shows.
     *
     * @param previous the show that this one replaces, which may still be used; empty: none
     * @param round 1, 2, 3 …: how many codes the page has shown without the citizen doing anything
     * @param now the time at the server
     */
    public record Showing(
            String csrf,
            LicenceView licence,
            Wish wish,
            Code code,
            String showId,
            String previous,
            int round,
            Instant now) {
        public boolean renewsItself() {
            return round < ROUNDS;
        }

        /** Where the citizen came from. */
        public String back() {
            return wish.delegated() ? "/phone/delegations" : "/phone/licences/" + licence.identifier();
        }
    }

    /**
     * What the citizen chose.
     *
     * @param item what it is for; null: any item that takes the type
     * @param fields the keys that were chosen; null: what the item needs
     * @param fieldNames their names; null as the keys
     * @param delegated whether it is another's licence
     */
    public record Wish(
            LicenceType type,
            @Nullable ExemptedItem item,
            @Nullable List<String> fields,
            @Nullable List<String> fieldNames,
            boolean delegated) {}

    /**
     * What is held out.
     *
     * @param qrSvg drawn by us, no input in it
     * @param digits 20
     * @param seconds until it ends
     * @param digitsOnly whether the picture holds the digits only
     */
    public record Code(String qrSvg, String digits, long seconds, boolean digitsOnly) {
        /** The digits in groups of four. */
        public String grouped() {
            return digits.replaceAll("(.{4})(?!$)", "$1 ");
        }

        @Override
        public String toString() {
            return "Code";
        }
    }
}
