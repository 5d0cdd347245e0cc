package city.certfree.access.delegation.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DelegationRows extends GenericRepository<DelegationRow, byte[]> {
    DelegationRow save(DelegationRow row);

    Optional<DelegationRow> findByDelegationId(byte[] delegationId);

    List<DelegationRow> findByPrincipalIndex(byte[] principalIndex);

    List<DelegationRow> findByAgentIndex(byte[] agentIndex);

    @Query("UPDATE `delegation` SET `revoked_at` = :now WHERE `delegation_id` = :id AND `revoked_at` IS NULL")
    int revoke(byte[] id, Instant now);

    /** Locks the row, so that a revocation waits for the end of the transaction. */
    @Query(
            """
            SELECT `delegation_id`, `principal_index`, `agent_index`, `index_key_id`, `identifier`, `item_code`, `given_at`,
              `valid_until`, `revoked_at`, `seal_key_id`, `body`
            FROM `delegation` WHERE `delegation_id` = :id FOR UPDATE""")
    Optional<DelegationRow> locked(byte[] id);

    @Query("SELECT COUNT(*) FROM `delegation` WHERE `seal_key_id` <> :key")
    long countSealedOtherwise(String key);

    @Query(
            """
            SELECT `delegation_id`, `principal_index`, `agent_index`, `index_key_id`, `identifier`, `item_code`, `given_at`,
              `valid_until`, `revoked_at`, `seal_key_id`, `body`
            FROM `delegation` WHERE `seal_key_id` <> :key LIMIT :limit""")
    List<DelegationRow> sealedOtherwise(String key, int limit);

    @Query("UPDATE `delegation` SET `seal_key_id` = :keyId, `body` = :body WHERE `delegation_id` = :id")
    int reseal(byte[] id, String keyId, byte[] body);
}
