package city.certfree.web.console.officer;

import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.StandingGrant;
import city.certfree.access.grant.Terms;
import city.certfree.kernel.Channel;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Registry;
import city.certfree.web.appearance.Language;
import city.certfree.web.appearance.Words;
import city.certfree.web.page.Form;
import city.certfree.web.page.Mistake;
import city.certfree.web.page.Wording;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says grants in words. */
@Singleton
public final class GrantPages {
    private final Registry registry;

    GrantPages(Registry registry) {
        this.registry = registry;
    }

    Page page(
            Desk desk,
            Principal.Staff who,
            List<StandingGrant> grants,
            Form typed,
            List<Mistake> mistakes,
            Language in) {
        var rows = grants.stream().map(grant -> row(who, grant, in)).toList();
        return new Page(desk, who.role() != Role.SECADMIN, rows, typed, mistakes);
    }

    private Row row(Principal.Staff who, StandingGrant grant, Language in) {
        var catalogue = registry.current().catalogue();
        var review = grant.review();
        return new Row(
                grant.id().toString(),
                grantee(catalogue, grant),
                scope(catalogue, grant),
                terms(grant, in),
                Words.typed(grant.reason().value()),
                said(grant.state()),
                grant.application().by()
                        + in.of("，", ", ")
                        + Wording.moment(grant.application().at()),
                review == null
                        ? null
                        : new Reviewed(
                                review.by(),
                                review.recommended() ? new Words("同意。", "For it.") : new Words("不同意。", "Against it."),
                                Words.typed(review.comment().value())),
                steps(who, grant));
    }

    private static Words grantee(Catalogue catalogue, StandingGrant grant) {
        return switch (grant.grantee().kind()) {
            case OFFICE ->
                catalogue
                        .office(grant.application().office())
                        .map(o -> Words.inChinese(o.name()))
                        .orElseGet(() -> Words.typed(grant.grantee().code()));
            case SYSTEM ->
                new Words(
                        "系统 " + grant.grantee().code(),
                        "System " + grant.grantee().code());
        };
    }

    private static List<Words> scope(Catalogue catalogue, StandingGrant grant) {
        var scope = grant.scope();
        var type = Optional.ofNullable(scope.type()).map(code -> catalogue
                .type(code)
                .map(t -> new Words(t.name(), t.englishName()))
                .orElseGet(() -> Words.typed(code.value())));
        var item = Optional.ofNullable(scope.item()).map(code -> catalogue
                .item(code)
                .map(i -> Words.inChinese(i.name()))
                .orElseGet(() -> Words.typed(code.value())));
        var channel = Optional.ofNullable(scope.channel())
                .map(way -> new Words(Wording.of(way, Language.CHINESE), Wording.of(way, Language.ENGLISH)));
        return List.of(
                type.orElse(new Words("各种证照", "Every licence")),
                item.orElse(new Words("各个事项", "every item")),
                channel.orElse(new Words("各种方式", "every way")));
    }

    private static String terms(StandingGrant grant, Language in) {
        var terms = grant.terms();
        var hours = terms.hours();
        var uses = terms.usesPerDay();
        return days(terms, in)
                + (hours == null ? "" : in.of("，每天 ", ", ") + hours.from() + "–" + hours.until())
                + (uses == null
                        ? ""
                        : in.of("，每天最多 " + uses + " 次", ", at most " + Wording.count(uses, "use") + " a day"));
    }

    private static String days(Terms terms, Language in) {
        return switch (in) {
            case CHINESE -> terms.validFrom() + " 至 " + Wording.lastDay(terms.validTo(), in);
            case ENGLISH -> "From " + terms.validFrom() + (terms.validTo() == null ? "" : " to " + terms.validTo());
        };
    }

    private static Words said(GrantState state) {
        return switch (state) {
            case APPLIED -> new Words("待审核", "Awaits review");
            case REVIEWED -> new Words("待批准", "Awaits approval");
            case APPROVED -> new Words("已批准", "Approved");
            case REFUSED -> new Words("未批准", "Refused");
            case WITHDRAWN -> new Words("已收回", "Withdrawn");
        };
    }

    /** What this person may do next; another person is needed for each step. */
    private static List<Step> steps(Principal.Staff who, StandingGrant grant) {
        var steps = new ArrayList<Step>();
        var review = grant.review();
        boolean administrator = who.role() == Role.SECADMIN;
        boolean applied = grant.application().by().equals(who.account());
        switch (grant.state()) {
            case APPLIED -> {
                if (administrator && !applied) {
                    steps.add(new Step("recommend", new Words("审核：同意", "Review: for it")));
                    steps.add(new Step("advise-against", new Words("审核：不同意", "Review: against it")));
                }
                steps.add(new Step("withdraw", new Words("收回", "Withdraw")));
            }
            case REVIEWED -> {
                if (administrator && !applied && review != null && !review.by().equals(who.account())) {
                    steps.add(new Step("approve", new Words("批准", "Approve")));
                    steps.add(new Step("refuse", new Words("不批准", "Refuse")));
                }
                steps.add(new Step("withdraw", new Words("收回", "Withdraw")));
            }
            case APPROVED -> steps.add(new Step("withdraw", new Words("收回", "Withdraw")));
            case REFUSED, WITHDRAWN -> {}
        }
        return steps;
    }

    /**
     * What the page shows.
     *
     * @param applying whether there is a form to apply with
     * @param typed what the form held that was not taken, for its fields to hold again; nothing at first
     */
    @Introspected
    public record Page(Desk desk, boolean applying, List<Row> rows, Form typed, List<Mistake> mistakes) {
        public Page {
            rows = List.copyOf(rows);
            mistakes = List.copyOf(mistakes);
        }

        public List<Channel> channels() {
            return List.of(Channel.values());
        }
    }

    /**
     * One grant, in words.
     *
     * @param scope which licence, for which item, in which way
     * @param review null: not yet
     * @param steps what may be done with it now
     */
    public record Row(
            String id,
            Words grantee,
            List<Words> scope,
            String terms,
            Words reason,
            Words state,
            String applied,
            @Nullable Reviewed review,
            List<Step> steps) {
        public Row {
            scope = List.copyOf(scope);
            steps = List.copyOf(steps);
        }
    }

    /** One button. */
    public record Step(String name, Words label) {}

    /** What the one who reviewed has said. */
    public record Reviewed(String by, Words said, Words comment) {}
}
