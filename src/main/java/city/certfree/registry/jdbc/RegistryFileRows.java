package city.certfree.registry.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RegistryFileRows extends GenericRepository<RegistryFileRow, RegistryFileRow.Key> {
    RegistryFileRow save(RegistryFileRow row);

    @Query("SELECT `version`, `name`, `content` FROM `registry_file` WHERE `version` = :version")
    List<RegistryFileRow> ofVersion(long version);
}
