package city.certfree.access.grant.jdbc;

import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.StandingGrant;
import city.certfree.access.grant.StandingGrants;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps grants in the table {@code access_grant}, and their version in {@code access_grant_head}. */
@Singleton
final class JdbcStandingGrants implements StandingGrants {
    private final GrantRows rows;

    JdbcStandingGrants(GrantRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<StandingGrant> find(RandomId id) {
        return rows.findById(id.toBytes()).map(GrantRow::toGrant);
    }

    @Override
    public List<StandingGrant> all(Optional<OfficeCode> applicant) {
        var found = applicant
                .map(office -> rows.findByApplicantOfficeOrderByAppliedAtDesc(office.value()))
                .orElseGet(rows::findAllOrderByAppliedAtDesc);
        return found.stream().map(GrantRow::toGrant).toList();
    }

    @Override
    public List<StandingGrant> approved() {
        return rows.findByState(GrantState.APPROVED.name()).stream()
                .map(GrantRow::toGrant)
                .toList();
    }

    @Override
    public long version() {
        return rows.version();
    }

    @Override
    public void add(StandingGrant application) {
        rows.save(GrantRow.of(application));
    }

    @Override
    public boolean review(RandomId id, StandingGrant.Review review) {
        return rows.review(
                        id.toBytes(),
                        review.by(),
                        review.at(),
                        review.recommended(),
                        review.comment().value())
                == 1;
    }

    @Override
    public boolean decide(RandomId id, GrantState outcome, StandingGrant.Decision decision) {
        return raised(rows.decide(id.toBytes(), outcome.name(), decision.by(), decision.at()));
    }

    @Override
    public boolean withdraw(RandomId id, String by, Instant at) {
        return raised(rows.withdraw(id.toBytes(), by, at));
    }

    /** The version is raised in the transaction of the change, and so with it, or not at all. */
    private boolean raised(int changed) {
        if (changed == 1) {
            rows.raiseVersion();
        }
        return changed == 1;
    }
}
