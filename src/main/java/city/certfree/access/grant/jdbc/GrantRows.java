package city.certfree.access.grant.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface GrantRows extends GenericRepository<GrantRow, byte[]> {
    Optional<GrantRow> findById(byte[] id);

    List<GrantRow> findAllOrderByAppliedAtDesc();

    List<GrantRow> findByApplicantOfficeOrderByAppliedAtDesc(String applicantOffice);

    List<GrantRow> findByState(String state);

    GrantRow save(GrantRow row);

    @Query(
            """
            UPDATE `access_grant` SET `state` = 'REVIEWED', `reviewed_by` = :by, `reviewed_at` = :at,
              `recommended` = :recommended, `review_comment` = :comment
            WHERE `id` = :id AND `state` = 'APPLIED' AND `applied_by` <> :by""")
    int review(byte[] id, String by, Instant at, boolean recommended, String comment);

    @Query(
            """
            UPDATE `access_grant` SET `state` = :state, `decided_by` = :by, `decided_at` = :at
            WHERE `id` = :id AND `state` = 'REVIEWED' AND `applied_by` <> :by AND `reviewed_by` <> :by""")
    int decide(byte[] id, String state, String by, Instant at);

    @Query(
            """
            UPDATE `access_grant` SET `state` = 'WITHDRAWN', `withdrawn_by` = :by, `withdrawn_at` = :at
            WHERE `id` = :id AND `state` IN ('APPLIED', 'REVIEWED', 'APPROVED')""")
    int withdraw(byte[] id, String by, Instant at);
}
