package city.certfree.access.grant;

import city.certfree.access.account.Principal;
import city.certfree.audit.ActRecord;
import city.certfree.audit.AuditEvent;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.RecordId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What all steps of a grant have in common, and their records. */
final class GrantActs {
    private GrantActs() {}

    /** @param words what the actor said to it */
    static ActRecord of(AuditEvent event, StandingGrant grant, Principal.Staff actor, Instant at, String words) {
        return new ActRecord(
                RecordId.next(),
                at.truncatedTo(ChronoUnit.MICROS),
                actor.office(),
                actor.account(),
                event,
                grant.id().toString(),
                details(grant, words));
    }

    /**
     * Takes one step: a conditional statement, and why it did nothing if it did nothing.
     *
     * @param from in which states the step can be taken
     */
    static GrantResult step(StandingGrants grants, RandomId id, BooleanSupplier statement, GrantState... from) {
        boolean taken = statement.getAsBoolean();
        var grant = grants.find(id);
        if (grant.isEmpty()) {
            return new GrantResult.NotFound();
        }
        if (taken) {
            return new GrantResult.Done(grant.get());
        }
        var state = grant.get().state();
        return Set.of(from).contains(state) ? new GrantResult.AnotherPersonNeeded() : new GrantResult.WrongState(state);
    }

    private static Map<String, String> details(StandingGrant grant, String words) {
        var details = new HashMap<String, String>();
        details.put("grantee", grant.grantee().kind() + " " + grant.grantee().code());
        put(details, "type", grant.scope().type());
        put(details, "item", grant.scope().item());
        put(details, "channel", grant.scope().channel());
        put(details, "validFrom", grant.terms().validFrom());
        put(details, "validTo", grant.terms().validTo());
        put(details, "hours", grant.terms().hours());
        put(details, "usesPerDay", grant.terms().usesPerDay());
        details.put("words", words);
        return details;
    }

    private static void put(Map<String, String> details, String name, @Nullable Object value) {
        details.put(name, value == null ? "any" : value.toString());
    }
}
