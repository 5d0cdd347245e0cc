package city.certfree.access.grant.jdbc;

import city.certfree.access.grant.GrantState;
import city.certfree.access.grant.StandingGrant;
import city.certfree.access.grant.StandingGrants;
import city.certfree.jdbc.Versions;
import city.certfree.kernel.OfficeCode;
import city.certfree.kernel.RandomId;
import city.certfree.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps grants in the table {@code access_grant}, and their version among the {@link Versions}. */
@Singleton
final class JdbcStandingGrants implements StandingGrants {
    private final GrantRows rows;
    private final Versions versions;
    private final Transactions transactions;

    JdbcStandingGrants(GrantRows rows, Versions versions, Transactions transactions) {
        this.rows = rows;
        this.versions = versions;
        this.transactions = transactions;
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
        return transactions.read(() -> rows.findByState(GrantState.APPROVED.name()).stream()
                .map(GrantRow::toGrant)
                .toList());
    }

    @Override
    public long version() {
        return versions.of(Versions.Held.GRANTS);
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
            versions.raise(Versions.Held.GRANTS);
        }
        return changed == 1;
    }
}
