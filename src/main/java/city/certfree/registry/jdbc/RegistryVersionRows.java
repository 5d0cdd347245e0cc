package city.certfree.registry.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RegistryVersionRows extends GenericRepository<RegistryVersionRow, Long> {
    /** Locks the head until the transaction ends. */
    @Query("UPDATE `registry_head` SET `number` = `number` + 1 WHERE `id` = 1")
    void raiseHead();

    @Query("SELECT `number` FROM `registry_head` WHERE `id` = 1")
    long head();

    @Query("SELECT COALESCE(MAX(`number`), 0) FROM `registry_version` WHERE `effective_on` <= :today")
    long inForceOn(LocalDate today);

    @Query("SELECT COALESCE(MAX(`number`), 0) FROM `registry_version`")
    long latest();

    RegistryVersionRow save(RegistryVersionRow row);

    Optional<RegistryVersionRow> findById(long number);
}
