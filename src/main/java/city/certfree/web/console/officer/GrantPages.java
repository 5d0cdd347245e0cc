package city.certfree.web.console.officer;

import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.StandingGrant;
import city.certfree.kernel.Channel;
import city.certfree.registry.Catalogue;
import city.certfree.registry.Registry;
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

    Page page(Desk desk, Principal.Staff who, List<StandingGrant> grants, List<Mistake> mistakes) {
        var rows = grants.stream().map(grant -> row(who, grant)).toList();
        return new Page(desk, who.role() != Role.SECADMIN, rows, mistakes);
    }

    private Row row(Principal.Staff who, StandingGrant grant) {
        var catalogue = registry.current().catalogue();
        var review = grant.review();
        return new Row(
                grant.id().toString(),
                grantee(catalogue, grant),
                scope(catalogue, grant),
                terms(grant),
                grant.reason().value(),
                said(grant.state()),
                grant.application().by() + "，"
                        + Wording.moment(grant.application().at()),
                review == null
                        ? null
                        : review.by()
                                + (review.recommended() ? "：同意。" : "：不同意。")
                                + review.comment().value(),
                steps(who, grant));
    }

    private static String grantee(Catalogue catalogue, StandingGrant grant) {
        return switch (grant.grantee().kind()) {
            case OFFICE ->
                catalogue
                        .office(grant.application().office())
                        .map(o -> o.name())
                        .orElse(grant.grantee().code());
            case SYSTEM -> "系统 " + grant.grantee().code();
        };
    }

    private static String scope(Catalogue catalogue, StandingGrant grant) {
        var scope = grant.scope();
        var type = Optional.ofNullable(scope.type())
                .map(code -> catalogue.type(code).map(t -> t.name()).orElse(code.value()));
        var item = Optional.ofNullable(scope.item())
                .map(code -> catalogue.item(code).map(i -> i.name()).orElse(code.value()));
        var channel = Optional.ofNullable(scope.channel()).map(Wording::of);
        return type.orElse("各种证照") + " · " + item.orElse("各个事项") + " · " + channel.orElse("各种方式");
    }

    private static String terms(StandingGrant grant) {
        var terms = grant.terms();
        var hours = terms.hours();
        var uses = terms.usesPerDay();
        return terms.validFrom() + " 至 " + Wording.lastDay(terms.validTo())
                + (hours == null ? "" : "，每天 " + hours.from() + "–" + hours.until())
                + (uses == null ? "" : "，每天最多 " + uses + " 次");
    }

    private static String said(GrantState state) {
        return switch (state) {
            case APPLIED -> "待审核";
            case REVIEWED -> "待批准";
            case APPROVED -> "已批准";
            case REFUSED -> "未批准";
            case WITHDRAWN -> "已收回";
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
                    steps.add(new Step("recommend", "审核：同意"));
                    steps.add(new Step("advise-against", "审核：不同意"));
                }
                steps.add(new Step("withdraw", "收回"));
            }
            case REVIEWED -> {
                if (administrator && !applied && review != null && !review.by().equals(who.account())) {
                    steps.add(new Step("approve", "批准"));
                    steps.add(new Step("refuse", "不批准"));
                }
                steps.add(new Step("withdraw", "收回"));
            }
            case APPROVED -> steps.add(new Step("withdraw", "收回"));
            case REFUSED, WITHDRAWN -> {}
        }
        return steps;
    }

    /**
     * What the page shows.
     *
     * @param applying whether there is a form to apply with
     */
    @Introspected
    public record Page(Desk desk, boolean applying, List<Row> rows, List<Mistake> mistakes) {
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
     * @param review null: not yet
     * @param steps what may be done with it now
     */
    public record Row(
            String id,
            String grantee,
            String scope,
            String terms,
            String reason,
            String state,
            String applied,
            @Nullable String review,
            List<Step> steps) {
        public Row {
            steps = List.copyOf(steps);
        }
    }

    /** One button. */
    public record Step(String name, String label) {}
}
