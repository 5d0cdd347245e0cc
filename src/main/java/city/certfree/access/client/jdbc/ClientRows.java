package city.certfree.access.client.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ClientRows extends GenericRepository<ClientRow, String> {
    List<ClientRow> findAllOrderById();

    /** 0 when the id is taken. */
    @Query(
            """
            INSERT IGNORE INTO `client` (`id`, `office_code`, `secret_hash`, `jwks`, `issues`, `demo`, `created_at`)
            VALUES (:id, :officeCode, :secretHash, :jwks, :issues, :demo, :createdAt)""")
    int add(
            String id,
            String officeCode,
            @Nullable String secretHash,
            @Nullable String jwks,
            boolean issues,
            boolean demo,
            Instant createdAt);

    @Query("UPDATE `client` SET `disabled_at` = COALESCE(`disabled_at`, :at) WHERE `id` = :id")
    int disable(String id, Instant at);
}
