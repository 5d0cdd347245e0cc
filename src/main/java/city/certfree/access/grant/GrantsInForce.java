package city.certfree.access.grant;

import static java.util.stream.Collectors.groupingBy;

import city.certfree.access.grant.Scope.Asked;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which grant covers a question. Approved grants are held in memory with the number of their version; every question reads that
 * number, so that what was approved or withdrawn on any node holds for every question after it.
 */
@Singleton
public final class GrantsInForce {
    private final StandingGrants grants;
    private volatile Held held = new Held(-1, Map.of());

    GrantsInForce(StandingGrants grants) {
        this.grants = grants;
    }

    /**
     * The grant that covers it now; of several the one that may be used most often a day. Empty when none does.
     */
    public Optional<StandingGrant> covering(Grantee grantee, Asked asked, Instant now) {
        return current().of(grantee).stream()
                .filter(grant -> grant.scope().covers(asked) && grant.terms().allow(now))
                .max((one, other) -> Integer.compare(uses(one), uses(other)));
    }

    private static int uses(StandingGrant grant) {
        var uses = grant.terms().usesPerDay();
        return uses == null ? Integer.MAX_VALUE : uses;
    }

    /** The number is read before the grants: they may be newer than it, and are then read once more; never older. */
    private Held current() {
        long version = grants.version();
        var known = held;
        if (known.version != version) {
            known = new Held(version, grants.approved().stream().collect(groupingBy(StandingGrant::grantee)));
            held = known;
        }
        return known;
    }

    /** What was approved at a version, by grantee. */
    private record Held(long version, Map<Grantee, List<StandingGrant>> byGrantee) {
        List<StandingGrant> of(Grantee grantee) {
            return byGrantee.getOrDefault(grantee, List.of());
        }
    }
}
