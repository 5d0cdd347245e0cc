package city.certfree.cli.bench.city;

import city.certfree.access.account.NewPassword;
import city.certfree.access.account.Principal;
import city.certfree.access.account.Role;
import city.certfree.access.client.AddClient;
import city.certfree.access.grant.ApplyForGrant;
import city.certfree.access.grant.DecideGrant;
import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.Grantee;
import city.certfree.access.grant.ReadGrants;
import city.certfree.access.grant.ReviewGrant;
import city.certfree.access.grant.Scope;
import city.certfree.access.grant.Terms;
import city.certfree.kernel.CityTime;
import city.certfree.kernel.HolderCode;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.Purpose;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.LocalDate;

/**
 * The systems that ask. So many that none of them asks about more holders than a system may in a day; each holder is asked about
 * by always the same.
 */
public final class Systems {
    /** What all of them prove themselves by. They work only where the demo's gate is open, as everything that is made here. */
    public static final String SECRET = "bench-system-secret";

    private static final OfficeCode OFFICE = new OfficeCode("37048120001");
    private static final OfficeCode CITY_HALL = new OfficeCode("37040010001");
    private static final Purpose REASON = new Purpose("性能测试");

    private final int count;

    /**
     * So many of them.
     *
     * @param count at least 1
     */
    Systems(int count) {
        this.count = count;
    }

    /** Who asks about a holder. */
    String of(HolderCode holder) {
        return name(Math.floorMod(holder.value().hashCode() * 0x9E3779B9, count));
    }

    private static String name(int number) {
        return "bench-%03d".formatted(number);
    }

    /** Admits those that are not there yet, and grants them everything that the registry allows. */
    void add(ApplicationContext context) {
        for (int i = 0; i < count; i++) {
            var secret = new AddClient.Credential.Secret(new NewPassword(SECRET));
            context.getBean(AddClient.class).add(new AddClient.NewClient(name(i), OFFICE, secret, false, true));
            grant(context, Grantee.system(name(i)));
        }
    }

    private static void grant(ApplicationContext context, Grantee grantee) {
        var applicant = new Principal.Staff("bench-applicant", Role.CLERK, OFFICE);
        boolean granted = context.getBean(ReadGrants.class).of(applicant).stream()
                .anyMatch(g -> g.grantee().equals(grantee) && g.state() == GrantState.APPROVED);
        if (granted) {
            return;
        }
        LocalDate today = CityTime.today(context.getBean(Clock.class));
        var application = context.getBean(ApplyForGrant.class)
                .apply(applicant, grantee, Scope.ANY, new Terms(today, null, null, null), REASON)
                .orElseThrow();
        context.getBean(ReviewGrant.class).review(administrator("bench-reviewer"), application.id(), true, REASON);
        context.getBean(DecideGrant.class).approve(administrator("bench-approver"), application.id(), REASON);
    }

    private static Principal.Staff administrator(String name) {
        return new Principal.Staff(name, Role.SECADMIN, CITY_HALL);
    }
}
