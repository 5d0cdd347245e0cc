package city.certfree.licence.jdbc;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LicenceHolderRows extends GenericRepository<LicenceHolderRow, String> {
    void saveAll(List<LicenceHolderRow> rows);
}
