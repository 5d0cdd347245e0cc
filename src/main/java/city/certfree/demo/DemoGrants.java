package city.certfree.demo;

import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.access.grant.ApplyForGrant;
import city.certfree.access.grant.DecideGrant;
import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.Grantee;
import city.certfree.access.grant.ReadGrants;
import city.certfree.access.grant.ReviewGrant;
import city.certfree.access.grant.Scope;
import city.certfree.access.grant.Terms;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Purpose;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** The accounts of the demo and their grants: its offices and its system may ask everything that the registry allows. */
@Singleton
final class DemoGrants {
    private static final Purpose REASON = new Purpose("演示：按免证事项清单办理");

    private final DemoAccounts accounts;
    private final ApplyForGrant apply;
    private final ReviewGrant review;
    private final DecideGrant decide;
    private final ReadGrants read;

    DemoGrants(DemoAccounts accounts, ApplyForGrant apply, ReviewGrant review, DecideGrant decide, ReadGrants read) {
        this.accounts = accounts;
        this.apply = apply;
        this.review = review;
        this.decide = decide;
        this.read = read;
    }

    /**
     * Adds those that are not there yet.
     *
     * @param day their first
     */
    void add(LocalDate day) {
        accounts.add();
        grant(day);
    }

    /** Adds the grants alone, as to a demo of the time before there were any. */
    void grant(LocalDate day) {
        for (var person : DemoAccounts.PEOPLE) {
            if (person.role() == Role.CLERK) {
                add(Grantee.office(person.office()), person.office(), day);
            }
        }
        add(Grantee.system(DemoAccounts.CLIENT), DemoAccounts.CLIENT_OFFICE, day);
    }

    private void add(Grantee grantee, OfficeCode office, LocalDate day) {
        var applicant = new Principal.Staff("demo-applicant", Role.CLERK, office);
        if (read.of(applicant).stream()
                .anyMatch(grant -> grant.grantee().equals(grantee) && grant.state() == GrantState.APPROVED)) {
            return;
        }
        var application = apply.apply(applicant, grantee, Scope.ANY, new Terms(day, null, null, null), REASON)
                .orElseThrow(() -> new IllegalStateException("the demo's system belongs to another office"));
        review.review(administrator("demo-reviewer"), application.id(), true, REASON);
        decide.approve(administrator("demo-approver"), application.id(), REASON);
    }

    private static Principal.Staff administrator(String name) {
        return new Principal.Staff(name, Role.SECADMIN, DemoAccounts.CITY_HALL);
    }
}
